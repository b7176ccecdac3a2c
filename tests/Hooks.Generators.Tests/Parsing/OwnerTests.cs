namespace Hooks.Generators.Tests.Parsing;

/// <summary>Classes of instance hooks: whether the table can make them itself.</summary>
public class OwnerTests
{
    [Theory]
    [InlineData("public class Guards { HOOK }", true, true)]
    [InlineData("public class Guards { internal Guards() { } HOOK }", true, false)]
    [InlineData("public class Guards { protected internal Guards() { } HOOK }", true, false)]
    [InlineData("public class Guards { private Guards() { } public static Guards One => new(); HOOK }", false, false)]
    [InlineData("public class Guards { protected Guards() { } HOOK }", false, false)]
    [InlineData("public class Guards(int limit) { public int Limit => limit; HOOK }", false, false)]
    [InlineData("public class Guards(int limit = 3) { public int Limit => limit; HOOK }", false, false)]
    [InlineData("public class Guards(int limit) { public Guards() : this(3) { } public int Limit => limit; HOOK }", true, true)]
    [InlineData("public class Guards { public required int Limit { get; init; } HOOK }", false, false)]
    [InlineData("public class Guards { public required int Limit; HOOK }", false, false)]
    [InlineData("public class Guards { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Guards() { } public required int Limit { get; init; } HOOK }", true, true)]
    [InlineData("public class Base { public required int Limit { get; init; } } public class Guards : Base { HOOK }", false, false)]
    [InlineData("public class Guards { [System.Obsolete(\"no\", true)] public Guards() { } HOOK }", false, false)]
    [InlineData("public class Guards { [System.Obsolete(\"soon\")] public Guards() { } HOOK }", true, true)]
    [InlineData("public record Guards { HOOK }", true, true)]
    [InlineData("public record Guards(int Limit) { HOOK }", false, false)]
    public void CanBeMade(string source, bool here, bool elsewhere)
    {
        var owner = Parsed.Hook(source.Replace("HOOK", "[Hook(HookPoint.BeforeToolCall)] public void A(ToolCallContext c) { }")).Owner;

        Assert.NotNull(owner);
        Assert.Equal(("Guards", "global::Guards"), (owner.Name, owner.Reference));
        Assert.Equal((here, elsewhere), (owner.CanCreate, owner.CanCreateElsewhere));
        Assert.True(owner.IsPublic);
    }

    [Fact]
    public void HiddenClass() =>
        Assert.False(Parsed.Hook("class Guards { [Hook(HookPoint.BeforeToolCall)] public void A(ToolCallContext c) { } }").Owner!.IsPublic);

    [Fact]
    public void StaticMethodOfAClassNeedsNoObject() =>
        Assert.Null(Parsed.Hook("class Guards { [Hook(HookPoint.BeforeToolCall)] public static void A(ToolCallContext c) { } }").Owner);
}
