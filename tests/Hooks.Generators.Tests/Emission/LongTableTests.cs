using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Generators.Tests.Emission;

/// <summary>No emitted method deals with more than 200 hooks.</summary>
public sealed partial class LongTableTests
{
    [Theory]
    [InlineData(200, 1)]
    [InlineData(201, 2)]
    [InlineData(450, 3)]
    public void Methods_are_cut(int hooks, int parts)
    {
        var source = new StringBuilder("public static class Guards {");
        for (var i = 0; i < hooks; i++)
            source.Append($"[Hook(HookPoint.BeforeToolCall, Tools = \"a{i}\")] public static HookResult M{i}(ToolCallContext call) => default;\n");
        var result = HookCompilation.Library(source.Append('}').ToString(), "[HookTable] public sealed partial class AgentHooks;").Generate().AssertClean();

        var methods = result.Output.SyntaxTrees.Last().GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(method => (Name: method.Identifier.Text, Calls: Call().Count(method.ToString())))
            .ToList();
        var fire = methods.Where(method => FirePart().IsMatch(method.Name)).ToList();
        Assert.Equal((parts, hooks), (fire.Count, fire.Sum(method => method.Calls)));
        Assert.All(methods, method => Assert.InRange(method.Calls, 0, 200));
    }

    [GeneratedRegex(@"^FireAsync\d*$")]
    private static partial Regex FirePart();

    [GeneratedRegex(@"global::Guards\.M\d+\(")]
    private static partial Regex Call();
}
