using System.Reflection;

namespace Hooks.Runtime.Tests.Points;

public class EntryTests
{
    public static TheoryData<HookPoint> Points => [.. Enum.GetValues<HookPoint>()];

    [Theory]
    [MemberData(nameof(Points))]
    public void Every_point_has_an_asynchronous_and_a_synchronous_entry(HookPoint point)
    {
        var info = HookPoints.Get(point);

        Assert.Equal(info.IsBlocking ? typeof(ValueTask<HookResult>) : typeof(ValueTask), Entry($"{point}Async", info.ContextType).ReturnType);
        Assert.Equal(info.IsBlocking ? typeof(HookResult) : typeof(void), Entry($"{point}", info.ContextType).ReturnType);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_dispatcher_without_hooks_lets_everything_through(HookPoint point)
    {
        var contextType = HookPoints.Get(point).ContextType;
        var context = Activator.CreateInstance(contextType);

        Assert.True(Entry($"{point}", contextType).Invoke(HookDispatcher.None, [context, CancellationToken.None]) is null or HookResult { IsContinue: true });
        switch (Entry($"{point}Async", contextType).Invoke(HookDispatcher.None, [context, CancellationToken.None]))
        {
            case ValueTask<HookResult> verdict:
                Assert.Equal(HookResult.Continue, await verdict);
                break;
            case ValueTask done:
                await done;
                break;
        }
    }

    private static MethodInfo Entry(string name, Type context)
    {
        var method = typeof(HookDispatcher).GetMethod(name, [context, typeof(CancellationToken)]);
        Assert.NotNull(method);
        Assert.Equal(["context", "cancellationToken"], method.GetParameters().Select(parameter => parameter.Name));
        Assert.True(method.GetParameters()[1].HasDefaultValue);
        return method;
    }
}
