using System;
using System.Threading;
using System.Threading.Tasks;
using Hooks;

namespace Acme.Strict
{
    /// <summary>Hooks of every kind, written in the oldest C# that Hooks works with.</summary>
    public sealed class Guards
    {
        private int _asked;

        /// <summary>Asks a person.</summary>
        /// <param name="call">The call.</param>
        /// <returns>What to do.</returns>
        [Hook(HookPoint.BeforeToolCall, Tools = "@shell | mcp__*")]
        public HookResult Ask(ToolCallContext call)
        {
            return call?.Arguments.Count > 0 ? HookResult.Ask("the call number " + ++_asked) : HookResult.Continue;
        }

        /// <summary>Looks it up.</summary>
        /// <param name="call">The call.</param>
        /// <param name="cancellationToken">Ends the wait.</param>
        /// <returns>What to do.</returns>
        [Hook(HookPoint.BeforeToolCall)]
        public static async ValueTask<HookResult> LookUpAsync(ToolCallContext call, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            return call?.ToolName == "rm" ? HookResult.Cancel("nothing is deleted here") : HookResult.Continue;
        }

        /// <summary>Writes it down.</summary>
        /// <param name="context">The context.</param>
        /// <returns>Nothing.</returns>
        [Hook(HookPoint.SessionEnd)]
        [Hook(HookPoint.AfterToolCall)]
        public static Task WriteAsync(HookContext context) => Task.CompletedTask;
    }
}

namespace Acme.Strict.Tables
{
    /// <summary>A table that the library makes itself, so that all kinds of generated code are compiled with it.</summary>
    [HookTable]
    public sealed partial class StrictHooks
    {
    }
}
