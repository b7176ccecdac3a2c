using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Emitting;

/// <summary>
/// Writes the chain of one point: the common case in one try with the place it has reached; a hook that suspends, fails
/// or gives an answer other than Continue and Modified leaves to the runtime, so that no policy stands in emitted code.
/// </summary>
internal sealed class ChainEmitter
{
    private const string Arguments = "dispatcher, context, cancellationToken";

    private readonly SourceWriter _writer;
    private readonly PlacedChain _chain;
    private readonly string _parameters;

    private ChainEmitter(SourceWriter writer, PlacedChain chain)
    {
        _writer = writer;
        _chain = chain;
        _parameters = $"{TypeNames.Dispatcher} dispatcher, {chain.Point.Context} context, {TypeNames.Token} cancellationToken";
    }

    public static void Write(SourceWriter writer, TableClassModel table, PlacedChain chain)
    {
        writer.Open($"private sealed class {chain.ClassName} : global::Hooks.HookChain<{chain.Point.Context}>");
        var owners = chain.Hooks.Select(hook => hook.Owner).OfType<PlacedOwner>().Distinct().ToList();
        foreach (var owner in owners)
            writer.Line($"private readonly {owner.Model.Reference} {owner.Field};");
        if (owners.Count > 0)
            writer.Line();
        writer.Line($"internal {chain.ClassName}({table.Name} table)");
        writer.Indented($": base(table, {chain.Hooks[0].Index}, {chain.Hooks.Count}{(chain.Point.IsCustom ? ", " + chain.CustomPoint : string.Empty)})");
        writer.Open();
        foreach (var owner in owners)
            writer.Line($"{owner.Field} = table.{owner.Field};");
        writer.Close();

        var emitter = new ChainEmitter(writer, chain);
        emitter.WriteMethod(isAsynchronous: true);
        if (chain.IsSynchronous)
            emitter.WriteMethod(isAsynchronous: false);
        writer.Close();
    }

    private void WriteMethod(bool isAsynchronous)
    {
        var method = isAsynchronous ? "FireAsync" : "Fire";
        var type = isAsynchronous ? TypeNames.ValueTaskOfResult : TypeNames.Result;
        var parts = Parts.Of(_chain.Hooks);
        for (var i = 0; i < parts.Count; i++)
        {
            _writer.Line();
            var isFirst = i == 0;
            _writer.Open(isFirst
                ? $"protected override {type} {method}({_parameters})"
                : $"private {type} {method}{i}({_parameters}, {TypeNames.Result} verdict)");
            if (isFirst)
            {
                _writer.Line($"if (!TryEnter(context, cancellationToken, out {(parts.Count == 1 ? "global::Hooks.FireDepth depth" : "_")}))");
                _writer.Indented($"return Detour{(isAsynchronous ? "Async" : string.Empty)}({Arguments});");
            }

            WriteBody(parts[i], isFirst, isAsynchronous, i == parts.Count - 1 ? null : $"{method}{i + 1}({Arguments}, {Verdict})", parts.Count == 1 ? "depth.Leave();" : "Leave();");
            _writer.Close();
        }
    }

    // A chain whose hooks give no verdict has none to keep.
    private string Verdict => _chain.GivesVerdict ? "verdict" : "default";

    private void WriteBody(IReadOnlyList<PlacedHook> hooks, bool isFirst, bool isAsynchronous, string? next, string leave)
    {
        var givesVerdict = hooks.Any(hook => hook.Model.GivesVerdict);
        var suspends = hooks.Any(hook => hook.Model.IsAsynchronous && hook.Model.GivesVerdict);
        var waits = hooks.Any(hook => hook.Model is { IsAsynchronous: true, GivesVerdict: false, RunsInBackground: false });
        var guards = hooks.Any(IsGuarded);
        var attempt = guards ? ", attempt" : string.Empty;
        if (isFirst && _chain.GivesVerdict)
            _writer.Line($"{TypeNames.Result} verdict = default;");
        if (givesVerdict)
            _writer.Line($"{TypeNames.Result} result;");
        if (suspends)
            _writer.Line($"{TypeNames.ValueTaskOfResult} pending;");
        if (waits)
            _writer.Line($"{TypeNames.ValueTask} waiting;");
        if (guards)
            _writer.Line("global::Hooks.HookAttempt attempt = default;");
        if (hooks.Any(hook => IsGuarded(hook) && hook.Model.GivesVerdict))
            _writer.Line("bool stops;");
        _writer.Line($"int at = {hooks[0].At};");
        _writer.Open("try");
        var shared = hooks.Where(hook => hook.Matcher is not null && !_chain.Point.IsCustom).GroupBy(hook => Condition(hook)!).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        foreach (var hook in hooks)
            WriteHook(hook, isFirst: hook == hooks[0], shared, isFirstToAsk: hooks.First(other => Condition(other) == Condition(hook)) == hook);
        if (suspends || waits || guards)
            _writer.Line("goto Ran;");
        if (suspends)
            _writer.Label("Pending").Line($"return SuspendAsync({Arguments}, at, {Verdict}, in pending{attempt});");
        if (waits)
            _writer.Label("Waiting").Line($"return SuspendAsync({Arguments}, at, {Verdict}, in waiting{attempt});");
        _writer.Close();
        _writer.Open($"catch ({TypeNames.Exception} error)");
        _writer.Line($"return Recover{(isAsynchronous ? "Async" : string.Empty)}({Arguments}, at, {Verdict}, error{attempt});");
        _writer.Close();
        if (suspends || waits || guards)
            _writer.Label("Ran");
        if (next is not null)
            _writer.Line($"return {next};");
        if (givesVerdict)
            _writer.Label("Done");
        if (next is null || givesVerdict)
        {
            _writer.Line(leave);
            _writer.Line(!isAsynchronous || !_chain.GivesVerdict ? $"return {Verdict};" : $"return new {TypeNames.ValueTaskOfResult}(verdict);");
        }

        // Outside the try: what the rest of a synchronous chain throws is not a failure of this hook.
        if (guards)
            _writer.Label("GoOn").Line($"return GoOn{(isAsynchronous ? "Async" : string.Empty)}({Arguments}, at, {Verdict});");
    }

    private static string? Condition(PlacedHook hook) => hook.Matcher?.Invoke("context.ToolName!");

    private void WriteHook(PlacedHook hook, bool isFirst, List<string> shared, bool isFirstToAsk)
    {
        if (!isFirst)
            _writer.Line($"at = {hook.At};");
        _writer.Line($"// {SourceWriter.Literal(hook.Name)}");
        if (Condition(hook) is { } condition)
        {
            // The name of a built-in context cannot change during a fire, so that hooks of the same tools ask once.
            var index = shared.IndexOf(condition);
            if (index >= 0 && isFirstToAsk)
                _writer.Line($"bool matches{index} = {condition};");
            _writer.Open($"if ({(index >= 0 ? "matches" + index : condition)})");
        }

        if (hook.Model.RunsInBackground)
            _writer.Line($"Enqueue({hook.At}, context);");
        else
            WriteCall(hook);
        if (hook.Matcher is not null)
            _writer.Close();
    }

    private static bool IsGuarded(PlacedHook hook) => hook.Model is { IsGuarded: true, RunsInBackground: false };

    private void WriteCall(PlacedHook hook)
    {
        if (IsGuarded(hook))
            _writer.Line($"if (!TryCall({hook.At}, cancellationToken, out attempt)) goto GoOn;");
        var call = InvocationEmitter.Call(hook, IsGuarded(hook) ? $"attempt.TokenOr({InvocationEmitter.Token})" : InvocationEmitter.Token);
        switch (hook.Model.Returns)
        {
            case HookReturn.Void:
                _writer.Line($"{call};");
                break;
            case HookReturn.Result:
                _writer.Line($"result = {call};");
                WriteSettle(hook);
                break;
            case HookReturn.Task:
            case HookReturn.ValueTask:
                _writer.Line(hook.Model.Returns == HookReturn.Task ? $"waiting = new {TypeNames.ValueTask}({call});" : $"waiting = {call};");
                _writer.Line("if (!waiting.IsCompletedSuccessfully) goto Waiting;");
                _writer.Line("waiting.GetAwaiter().GetResult();");
                break;
            default:
                _writer.Line(hook.Model.Returns == HookReturn.TaskOfResult ? $"pending = new {TypeNames.ValueTaskOfResult}({call});" : $"pending = {call};");
                _writer.Line("if (!pending.IsCompletedSuccessfully) goto Pending;");
                _writer.Line("result = pending.Result;");
                WriteSettle(hook);
                break;
        }

        if (IsGuarded(hook) && !hook.Model.GivesVerdict)
            _writer.Line($"EndCall({hook.At}, ref attempt);");
    }

    private void WriteSettle(PlacedHook hook)
    {
        var stops = $"!result.IsContinue && Stops(dispatcher, result, context, {hook.At}, ref verdict)";
        if (!IsGuarded(hook))
        {
            _writer.Line($"if ({stops}) goto Done;");
            return;
        }

        _writer.Line($"stops = {stops};");
        _writer.Line($"EndCall({hook.At}, ref attempt);");
        _writer.Line("if (stops) goto Done;");
    }
}
