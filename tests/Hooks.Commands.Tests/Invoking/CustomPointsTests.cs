using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hooks.Commands.Tests.Invoking;

/// <summary>Points without hooks are described by a table, since a native guard reads no attributes.</summary>
public class CustomPointsTests
{
    public static TheoryData<Type> Contexts => [.. typeof(CommandHost).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CustomHookContext)))];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_point_is_what_its_class_declares(Type type)
    {
        var declared = type.GetCustomAttribute<HookPointAttribute>()!;
        var point = type == typeof(HostEventContext) ? CustomPoints.OfEvent : CustomPoints.Of((CustomHookContext)RuntimeHelpers.GetUninitializedObject(type));

        Assert.Equal((type, declared.EventName, declared.Blocking), (point.ContextType, point.EventName, point.IsBlocking));
        Assert.Equal(declared.EventName, point.Name);
        Assert.Null(point.Point);
    }
}
