using System.Reflection;

namespace Hooks.Analyzers.Tests.Finding;

/// <summary>The analyzers do not reference the runtime. What they know of its enums by heart is what stands there.</summary>
public class RuntimeNumbersTests
{
    [Fact]
    public void Answers() => Assert.Equal(
        Enum.GetValues<HookResultKind>().Select(kind => (kind.ToString(), (int)kind)),
        Enum.GetValues(Known("Hooks.Analyzers.Finding.ResultKind")).Cast<object>().Select(kind => (kind.ToString()!, (int)kind)));

    [Fact]
    public void FailurePolicies() => Assert.All(Constants("Hooks.Shared.HookFailurePolicies"), policy => Assert.Equal(Enum.Parse<HookFailurePolicy>(policy.Name), (HookFailurePolicy)policy.Value));

    [Fact]
    public void Priorities() => Assert.All(
        Constants("Hooks.Shared.HookPriorities"),
        priority => Assert.Equal(typeof(HookPriority).GetField(priority.Name)!.GetRawConstantValue(), priority.Value));

    private static List<(string Name, int Value)> Constants(string type)
    {
        List<(string, int)> constants = [.. Known(type).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, (int)field.GetRawConstantValue()!))];
        Assert.NotEmpty(constants);
        return constants;
    }

    private static Type Known(string name) => typeof(HookDeclarationAnalyzer).Assembly.GetType(name, throwOnError: true)!;
}
