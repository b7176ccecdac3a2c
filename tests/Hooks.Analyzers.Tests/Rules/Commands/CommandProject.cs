namespace Hooks.Analyzers.Tests.Rules.Commands;

/// <summary>Projects that reference Hooks.Commands, as far as the rules know it: by names.</summary>
internal static class CommandProject
{
    private static readonly CompiledAssembly Package = (HookCompilation.Library(
        """
        namespace Hooks.Commands;

        public enum CodingAgent { ClaudeCode, Codex, GeminiCli, CopilotCli, Cursor }

        [AttributeUsage(AttributeTargets.Assembly)]
        public sealed class HookTargetsAttribute(params CodingAgent[] agents) : Attribute
        {
            public IReadOnlyList<CodingAgent> Agents { get; } = agents;
        }

        public static class HostContextExtensions
        {
            public static void ApproveRewrite(this HookContext context) { }
        }

        [HookPoint("claude.worktree.remove")]
        public sealed class ClaudeWorktreeRemove : CustomHookContext;
        """) with { AssemblyName = "Hooks.Commands" }).Compile();

    /// <summary>One source, meant for all agents unless it says otherwise.</summary>
    public static HookCompilation Of(params ReadOnlySpan<string> sources) => HookCompilation.Library(sources).WithLibraries(Package);

    /// <summary>A hook method in a class, in a project meant for some agents.</summary>
    /// <param name="member">The method.</param>
    /// <param name="agents">Members of the enumeration, separated by commas; empty for no attribute.</param>
    public static string Source(string member, string agents = "") =>
        $$"""
        using Hooks.Commands;
        {{(agents.Length == 0 ? "" : $"[assembly: HookTargets({string.Join(", ", agents.Split(", ").Select(agent => "CodingAgent." + agent))})]")}}

        static class Guards
        {
            {{member}}
        }
        """;
}
