using System.Reflection;

namespace Hooks.Generators.Tests.Caching;

/// <summary>A project in which every step of the pipeline has something to do.</summary>
internal static class Project
{
    public const string HookFile = "Guards.cs";
    public const string OtherFile = "Other.cs";

    public static HookCompilation Start { get; } = HookCompilation.Program()
        .WithSource(HookFile, """
            namespace Acme;
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Priority = 10, Tools = "@shell")]
                public static HookResult Guard(ToolCallContext call) => HookResult.Cancel("no");

                [Hook<DeployContext>]
                public static void Watch(DeployContext deploy) { }
            }
            """)
        .WithSource(OtherFile, """
            namespace Acme;
            [HookPoint("deploy", Blocking = true)] public sealed class DeployContext : CustomHookContext;
            [HookTable] internal sealed partial class AgentHooks;
            public static class Program { public static void Main() => System.Console.WriteLine("hi"); }
            """)
        .WithSource("Assembly.cs", "[assembly: ToolGroup(\"@shell\", \"execute_command\"), ExcludeHooks(\"Nobody\")]")
        .WithLibraries((HookCompilation.Library("public static class L { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }") with { AssemblyName = "Lib" }).Compile())
        with { RootNamespace = "Acme" };

    /// <summary>All names of steps, so that none can be forgotten.</summary>
    public static IEnumerable<string> Steps =>
        typeof(StepNames).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(step => step.IsLiteral)
            .Select(step => (string)step.GetRawConstantValue()!);

    public static TheoryData<string> StepData => [.. Steps];
}
