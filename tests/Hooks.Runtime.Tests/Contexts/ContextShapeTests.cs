using System.Reflection;
using System.Text.Json.Serialization;

namespace Hooks.Runtime.Tests.Contexts;

public class ContextShapeTests
{
    private static readonly Type[] NotJson = [typeof(Exception), typeof(IServiceProvider), typeof(HookContext), typeof(HookDescriptor)];

    public static TheoryData<Type> Contexts => [.. HookPoints.All.Select(info => info.ContextType).Distinct()];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_context_is_sealed_and_made_by_an_object_initialiser(Type context)
    {
        Assert.True(context.IsSealed);
        Assert.Equal(typeof(HookContext), context.BaseType);
        Assert.Empty(Assert.Single(context.GetConstructors()).GetParameters());
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Everything_that_cannot_be_json_is_left_out_of_it(Type context)
    {
        var live = context.GetProperties().Where(property => NotJson.Any(type => type.IsAssignableFrom(property.PropertyType)));

        Assert.All(live, property => Assert.True(property.IsDefined(typeof(JsonIgnoreAttribute)), property.Name));
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_tool_can_be_matched_exactly_where_a_call_is_at_stake(Type context)
    {
        var toolName = context.GetProperty("ToolName");

        Assert.Equal(context == typeof(ToolCallContext) || context == typeof(PermissionContext), toolName is not null);
        Assert.True(toolName is null || (toolName.PropertyType == typeof(string) && IsInitOnly(toolName)));
    }

    [Fact]
    public void Arguments_are_never_null()
    {
        var call = new ToolCallContext { ToolName = "shell" };

        Assert.NotNull(call.Arguments);
        Assert.Same(call.Arguments, call.Arguments);
        call.Arguments = null!;
        Assert.Empty(call.Arguments);
        Assert.Empty(new PermissionContext { ToolName = "shell", Arguments = null! }.Arguments);
        Assert.Empty(new ModelCallContext { Options = null!, Messages = null! }.Options);
    }

    [Fact]
    public void The_error_message_is_that_of_the_error_unless_given()
    {
        var call = new ToolCallContext { ToolName = "shell" };
        Assert.Null(call.ErrorMessage);

        call.Error = new IOException("disk full");
        Assert.Equal("disk full", call.ErrorMessage);
        call.ErrorMessage = "no space";
        Assert.Equal("no space", call.ErrorMessage);
    }

    [Fact]
    public void An_error_says_what_it_is()
    {
        var error = new ErrorContext { Error = new IOException("disk full") };

        Assert.Equal(("disk full", "System.IO.IOException"), (error.Message, error.ErrorType));
        Assert.Equal(("", null), (new ErrorContext().Message, new ErrorContext().ErrorType));
    }

    [Fact]
    public void Tokens_add_up()
    {
        var first = new TokenUsage { InputTokens = 10, OutputTokens = 4, CacheReadTokens = 3, CacheWriteTokens = 2, ReasoningTokens = 1 };

        Assert.Equal(14, first.TotalTokens);
        Assert.Equal(new() { InputTokens = 20, OutputTokens = 8, CacheReadTokens = 6, CacheWriteTokens = 4, ReasoningTokens = 2 }, first + first);
    }

    private static bool IsInitOnly(PropertyInfo property) => property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
