using System.Text;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>What could be seen of a fire, as text.</summary>
internal sealed class RunTrace
{
    public const string RefusedVerdict = "Cancel: refused";
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _details = new();

    /// <summary>What the model can foretell.</summary>
    public string Text => _text.ToString();

    /// <summary>The same and more, which all paths must share: exact exceptions, the task's state, the deciding hook of a fire that threw.</summary>
    public string Details => _text.ToString() + _details;

    public static string FailureVerdict(string hook) => $"Cancel: failure of {hook}";

    public static string Describe(HookResult result)
    {
        var text = $"{result}/{result.Value}/{result.RetryPolicy}/{result.CachePolicy}";
        return result.Branches is { } fork ? $"{text}/{fork.Merge} {string.Join(",", fork.Branches)}" : text;
    }

    public void Called(string hook, string token, string trail) => Line($"{hook} (token {token}) sees '{trail}'");

    public void Failed(string hook, string exception) => Line($"  reported: {hook} failed, {exception}");

    public void Ignored(string hook, HookResult result) => Line($"  reported: {hook} ignored, {Describe(result)}");

    public void Refused() => Line("  reported: refused");

    public RunTrace Cancelled() => Line("cancelled");

    public RunTrace Threw(string exception) => Line($"threw {exception}");

    public RunTrace Ended(string verdict, string decidedBy, string trail = "") => Line($"verdict {verdict} by {decidedBy}, leaves '{trail}'");

    /// <summary>Something that is only held against the other path.</summary>
    public void Detail(string text) => _details.Append("detail: ").Append(text).Append('\n');

    private RunTrace Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }
}
