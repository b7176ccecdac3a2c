using System.Reflection;
using System.Text;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>Each point's typed entries fire that point and no other.</summary>
public sealed class EveryEntryTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task Entries_reach_their_own_hooks(HookExecutionPath path)
    {
        var source = new StringBuilder("using Hooks.Dispatch.Tests.Scripting; public static class All {");
        foreach (var point in HookPoints.All)
            source.Append($"[Hook(HookPoint.{point.Name})] public static void At{point.Name}(HookContext context) => Scripted.Void(context, \"{point.Name}\");\n");
        await using var dispatcher = HookProgram.FromSource(source.Append('}').ToString(), SpecSource.Table).CreateDispatcher(path);
        foreach (var point in HookPoints.All)
        {
            foreach (var entry in new[] { point.Name, point.Name + "Async" })
            {
                var context = (HookContext)Activator.CreateInstance(point.ContextType)!;
                var script = new HookScript();
                script.PutInto(context);
                var method = typeof(HookDispatcher).GetMethod(entry, BindingFlags.Instance | BindingFlags.Public, [point.ContextType, typeof(CancellationToken)]);
                Assert.True(method is not null, $"There is no entry {entry}({point.ContextType.Name}, CancellationToken)");
                method.Invoke(dispatcher, [context, CancellationToken.None]);
                Assert.Equal([point.Name], script.Ran);
                Assert.Equal(
                    (point.IsBlocking, entry.EndsWith("Async", StringComparison.Ordinal)) switch
                    {
                        (true, true) => typeof(ValueTask<HookResult>),
                        (true, false) => typeof(HookResult),
                        (false, true) => typeof(ValueTask),
                        _ => typeof(void),
                    },
                    method.ReturnType);
            }
        }
    }
}
