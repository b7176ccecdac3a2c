namespace Hooks.Pipelines.Tests.Properties;

/// <summary>
/// What a script must come to, written down as naively as can be from the documentation and without the library: one
/// thing after the other, contexts as texts.
/// </summary>
internal sealed partial class CallModel(CallScript script)
{
    private readonly Dictionary<string, int> _counts = [];
    private readonly Dictionary<string, string> _cache = [];
    private readonly List<string> _trace = [];
    private int _events;
    private bool _cancelled;

    /// <summary>Everything that happens, in order.</summary>
    public static IReadOnlyList<string> Run(CallScript script)
    {
        var model = new CallModel(script);
        for (var i = 0; i < script.Times; i++)
        {
            var call = new Call("a", "x", script.IsIdempotent, []);
            model._trace.Add(model.Make(call) switch
            {
                Thrown.Cancellation => "= cancelled",
                Thrown.Error => "= thrown",
                _ => $"= {call.Outcome} {call.Result}",
            });
        }

        return model._trace;
    }

    private Thrown? Make(Call call)
    {
        Thrown? thrown = null;
        try
        {
            if (_cancelled)
                throw new Unwound(Thrown.Cancellation);
            Decide(call, Ask(call, Judge(call)));
        }
        catch (Unwound unwound)
        {
            thrown = unwound.How;
            call.End(thrown == Thrown.Cancellation ? ToolCallOutcome.Cancelled : call.IfThrown, "");
        }

        if (call is { Outcome: ToolCallOutcome.Failed, IsForked: false })
            _trace.Add($"error {call.Tool}");
        else if (call.HadError && call.Succeeded)
            _trace.Add($"recovered {call.Tool}");
        _trace.Add($"after {call.Tool} {call.Outcome} {call.Result}");
        return thrown;
    }

    private Answer Judge(Call call)
    {
        if (Fire(HookPoint.ToolValidation, call) is { Kind: Say.Cancel } invalid)
            return invalid;
        var verdict = Fire(HookPoint.BeforeToolCall, call, out var hook);
        call.Judged = call.Text;
        return CannotDo(call, verdict) ? Failure(HookPoint.BeforeToolCall, hook!) ?? new(Say.Continue) : verdict;
    }

    private bool CannotDo(Call call, Answer verdict) => verdict.Kind switch
    {
        Say.Retry or Say.Cache => !call.MayRepeat,
        Say.Redirect => call.Path.Length >= script.MaxRedirects || call.Path.Contains(verdict.Targets) || verdict.Targets == call.Tool,
        Say.Fork => !call.MayRepeat || call.Path.Length >= script.MaxRedirects || (int)verdict.Merge > 2 || verdict.Targets.Any(target => call.Path.Contains($"{target}")),
        _ => false,
    };

    private Answer Ask(Call call, Answer verdict)
    {
        if (verdict.Kind != Say.Ask)
            return verdict;
        for (var time = 1; ; time++)
        {
            if (Request(call) is { } settled)
                return settled;
            var objection = Fire(HookPoint.PermissionDenied, call, out _, permission: true);
            if (objection.Kind is Say.Cancel or Say.Replace)
                return objection;
            if (objection.Kind != Say.Retry || time > Math.Min(objection.Count, script.MaxAttempts))
                return new(Say.Cancel);
        }
    }

    // Null for a denial.
    private Answer? Request(Call call)
    {
        call.Permission = call.Judged;
        var answer = Fire(HookPoint.PermissionRequest, call, out _, permission: true);
        if (answer.Kind == Say.Cancel)
            return null;
        if (call.Permission != call.Judged)
        {
            call.Text = call.Permission;
            var again = Judge(call);
            if (again.Kind == Say.Cancel)
                return again;
            call.IfApproved = again.Kind == Say.Ask ? new(Say.Continue) : again;
        }

        if (answer.Kind == Say.Allow)
            return call.IfApproved;
        if (script.Approver is not { } approver)
            return null;
        var says = approver[Math.Min(Count("approver"), approver.Length - 1)];
        Happen();
        Check();
        return says == Approving.Yes ? call.IfApproved : null;
    }

    private void Decide(Call call, Answer verdict)
    {
        if (verdict.Kind == Say.Cancel)
            call.End(ToolCallOutcome.Denied, "");
        else if (verdict.Kind == Say.Replace)
            call.End(ToolCallOutcome.Replaced, "replacement");
        else if (verdict.Kind == Say.Redirect)
            Redirect(call, verdict.Targets);
        else if (verdict.Kind == Say.Fork)
            Fork(call, verdict);
        else
            Repeat(call, verdict);
    }

    private enum Thrown
    {
        Cancellation, Error,
    }

    private sealed class Unwound(Thrown how) : Exception
    {
        public Thrown How => how;
    }

    private sealed class Call(string tool, string text, bool mayRepeat, string[] path)
    {
        public string Tool => tool;

        public bool MayRepeat => mayRepeat;

        /// <summary>The tools from where it has come.</summary>
        public string[] Path => path;

        public string Text { get; set; } = text;

        public string Judged { get; set; } = text;

        public string Permission { get; set; } = text;

        public Answer IfApproved { get; set; } = new(Say.Continue);

        public bool IsForked { get; set; }

        public ToolCallOutcome IfThrown { get; set; } = ToolCallOutcome.Denied;

        public ToolCallOutcome Outcome { get; private set; }

        public string Result { get; set; } = "";

        public bool HadError { get; set; }

        public bool Succeeded { get; private set; }

        public void End(ToolCallOutcome outcome, string result, bool? succeeded = null)
        {
            (Outcome, Result) = (outcome, result);
            Succeeded = succeeded ?? outcome is ToolCallOutcome.Succeeded or ToolCallOutcome.Cached or ToolCallOutcome.Replaced;
        }
    }
}
