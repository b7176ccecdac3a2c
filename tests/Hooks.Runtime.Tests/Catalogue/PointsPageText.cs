namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>The sentences of <c>docs/points.md</c> that do not follow from the enum.</summary>
internal static class PointsPageText
{
    public const string Contexts = """

        ## Contexts

        The last section says what hooks get to see. *Written* tells who may write a field, and when:

        - **fixed**: set when the context is made, and not after; **required, fixed**: nobody can make the context without it.
        - **can change**: a hook may change it, and the host reads it back after every fire.
        - **by the host**: filled in as the call goes on, for the hooks that come later. Changing it changes what is recorded,
          not what has happened.
        - **read-only**: never set from outside.

        Ids and services that a context is not given are taken from its `Parent`. `Error` and other fields that are live objects
        are not part of a context's JSON.

        """;

    public const string SmallTypes = """

        ### Types of single fields

        `HookArguments`, the type of arguments and options, is a JSON object that hooks read as typed values and may change.


        """;

    public static string Introduction(int count) => $$"""
        # Hook points

        A hook point is a named moment in an agent's life. This page lists all {{count}}: when each fires, what hooks there may
        answer, what they get to see, and what the same moment is called in other systems.

        A hook names its point, and takes the point's context or a base of it:

        ```csharp
        [Hook(HookPoint.BeforeToolCall, Tools = "@shell")]
        public static HookResult NoSudo(ToolCallContext call) =>
            call.Arguments.TryGetString("command", out var command) && !command.StartsWith("sudo ", StringComparison.Ordinal)
                ? HookResult.Continue
                : HookResult.Cancel("sudo is not allowed");
        ```

        A host raises the point with the dispatcher's method of the same name, `BeforeToolCallAsync(context)` or, where all hooks
        are synchronous, `BeforeToolCall(context)`. The column *Raised by* names the methods that do so for you, around a call that
        you hand them: those of the dispatcher ([pipelines.md](pipelines.md)), and `WithHooks` of `Hooks.Extensions.AI`
        ([extensions-ai.md](extensions-ai.md)). `EventBus` raises them when events are published ([events.md](events.md)), and
        `Hooks.Commands` when a coding agent calls the command that your hooks are ([commands.md](commands.md)). **your code**
        means that none does, and that the hooks run when you call the point's own method. A moment that has no point here can
        be a custom point: a sealed class that derives from `CustomHookContext` and carries `[HookPoint("deploy.before")]`.

        ## What hooks may answer

        At an observe-only point hooks look on: what they return changes nothing. At a blocking point they return a `HookResult`,
        and each point allows one of these sets, named in the column *Mode*:

        | Set | Answers | For |
        | --- | --- | --- |
        | **Verdict** | Continue, Skipped, Modified, Cancel | yes or no |
        | **Approval** | Verdict and Ask | yes, no, or let someone decide |
        | **Flow** | Approval and Replace, Redirect, Retry, Fork, Cache | changing how a call is made |
        | **Recovery** | Verdict and Retry, Replace | a result, an error or a stop |
        | **Permission** | Approval and Allow | a request for permission |

        The compiler knows the sets: a hook that returns a result at an observe-only point does not compile. An answer outside
        of the set, which only shows at run time, counts as a failure of the hook.

        What a host makes of Cancel, Replace and Retry depends on the point:

        | Points | Cancel | Replace | Retry |
        | --- | --- | --- | --- |
        | before something happens, and PermissionRequest | it does not happen; the reason goes to the model or the caller | the value stands in for the call | the call is made again when it fails |
        | ToolResultReady, AfterModelCall, ModelStreamChunk | the result or chunk is kept back, the reason stands in its place | the value is the result | the call is made again |
        | ToolError, AgentError, WorkflowError, StateConflict, PermissionDenied | the error stands and is reported | the value is the result | one more attempt, at most 3 by default |
        | BeforeAgentStop, SubagentStop | the agent stops at once, whatever other hooks want | the value is the final answer | the agent keeps working, with the reason as its next prompt, at most 8 times in a row |
        | BeforeCompaction | the conversation is not shortened now | | |

        ## When a hook fails

        A hook that throws has failed. The column *A failed hook* says what that becomes at a blocking point if the hook gives
        verdicts and its `OnFailure` says nothing else: guards count as **Cancel**, so that a broken guard never lets anything
        through; where Cancel would make things worse, the hook **counts as Continue**. Elsewhere a failure is reported and
        changes nothing.

        ## Names

        Every point has a number, which never changes, and an event name. `HookPoints.TryParse` understands the point's name,
        its event name and the names that other systems have for it, all ignoring case. Where two systems mean different points
        by one name, it has to be told the system:

        ```csharp
        HookPoints.TryParse("pre_tool", out var point);                               // BeforeToolCall
        HookPoints.TryParse("PostToolUse", out _);                                    // false: hawk and Claude Code differ
        HookPoints.TryParse("PostToolUse", HookSystem.ClaudeCode, out point);         // ToolResultReady
        ```

        ## All points


        """;
}
