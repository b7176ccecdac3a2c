using Acme.Deploy;
using Acme.Host;

namespace Hooks.CrossAssembly.Tests;

/// <summary>What the host's table does with the hooks of its references.</summary>
public sealed class MergedTableTests
{
    public static TheoryData<HookExecutionPath> Paths() => new(Enum.GetValues<HookExecutionPath>());

    [Theory, MemberData(nameof(Paths))]
    public async Task Internal_hooks_are_reached_and_all_run_by_priority(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        var call = new ToolCallContext { ToolName = "bash" };
        Assert.True((await dispatcher.BeforeToolCallAsync(call)).IsContinue);
        Assert.Equal(["Guards.Early", "Guards.Counter 1", "Deploy.NoForcePush", "Guards.Budget of 7", "Guards.NoForcePush"], call.AddedContext);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task An_internal_hook_decides(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        var call = new ToolCallContext { ToolName = "bash", Arguments = new() { ["command"] = "git push --force" } };
        Assert.Equal(HookResult.Cancel("force-push is not allowed"), await dispatcher.BeforeToolCallAsync(call));
        Assert.Equal(("Acme.Guards:no-force-push", "Acme.Guards"), (call.DecidedBy?.Name, call.DecidedBy?.Assembly));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task An_object_of_an_internal_class_is_one_for_all_its_hooks(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "Read" });
        await dispatcher.BeforeToolCallAsync(new() { ToolName = "Read" });
        var session = new SessionContext();
        await dispatcher.SessionEndAsync(session);
        Assert.Equal(["Guards.Counter ends at 2"], session.AddedContext);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_custom_point_of_a_library_is_fired_by_the_host(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        Assert.True(dispatcher.HasHooks<DeployContext>());
        var deploy = new DeployContext { Target = "production" };
        Assert.Equal(HookResult.Ask("production?"), await dispatcher.FireAsync(deploy));
        Assert.Equal(["Deploy.Log production"], deploy.AddedContext);
        Assert.Equal("no-production", deploy.DecidedBy?.Name);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_group_of_the_host_widens_a_hook_of_a_library(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        foreach (var (tool, isShell) in new[] { ("execute_command", true), ("Bash", true), ("Read", false), ("legacy_shell", false) })
        {
            var call = new ToolCallContext { ToolName = tool };
            await dispatcher.BeforeToolCallAsync(call);
            Assert.Equal((tool, isShell), (tool, call.AddedContext.Contains("Guards.NoForcePush")));
        }
    }

    [Fact]
    public void Each_hook_is_there_once_though_references_form_a_diamond()
    {
        var hooks = Program.CreateDispatcher().Table.Hooks;
        Assert.Equal(8, hooks.Count);
        Assert.Equal(hooks.Count, hooks.Select(hook => (hook.Point, hook.DeclaringType, hook.Method)).Distinct().Count());
    }

    [Fact]
    public void Names_that_clash_say_where_they_come_from_and_others_stay()
    {
        var names = Program.CreateDispatcher().Table.Hooks.Select(hook => hook.Name).ToList();
        Assert.Contains("Acme.Guards:no-force-push", names);
        Assert.Contains("Acme.Deploy:no-force-push", names);
        Assert.DoesNotContain("no-force-push", names);
        Assert.Contains("counter", names);
        Assert.Contains("Acme.Guards.ShellGuards.Early", names);
    }

    [Fact]
    public void An_excluded_assembly_contributes_nothing()
    {
        var table = Program.CreateDispatcher().Table;
        Assert.Equal(["Acme.Deploy", "Acme.Guards"], table.Assemblies.Order());
        Assert.DoesNotContain(table.Hooks, hook => hook.Assembly == "Acme.Legacy");
    }

    private static HookDispatcher Create(HookExecutionPath path) => Program.CreateDispatcher(new() { ExecutionPath = path });
}
