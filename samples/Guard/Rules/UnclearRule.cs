using Guard.Shell;
using Hooks;

namespace Guard.Rules;

/// <summary>Asks about what the other rules could not read. It comes last: where one of them denies, nobody is asked.</summary>
internal sealed class UnclearRule(GuardSettings settings)
{
    [Hook(HookPoint.BeforeToolCall, Name = "ask-when-unclear", Tools = "@edit|@read|@search|@shell", Priority = HookPriority.Low, Description = "Asks about commands and calls that cannot be understood.")]
    public HookResult Check(ToolCallContext call) => Objection.Answer(Judge(call));

    private IEnumerable<Objection> Judge(ToolCallContext call)
    {
        if (call.GetAct() is UnreadableAct unreadable)
            yield return Objection.Ask($"the arguments of this call cannot be read: {unreadable.Reason}");
        if (ShellScript.Of(call) is not { } script)
            yield break;
        if (script.Unclear is { } unclear)
            yield return Objection.Ask($"this command cannot be understood: {unclear}");
        if (script.HasInlineCode && settings.AsksAboutCode)
            yield return Objection.Ask("this command has code of another language in it, which the guard does not read; put it into a file, or set GUARD_CODE=allow");
    }
}
