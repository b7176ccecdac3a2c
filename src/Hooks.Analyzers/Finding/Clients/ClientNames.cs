using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding.Clients;

/// <summary>The names of Hooks.Extensions.AI and of Microsoft.Extensions.AI, neither of which the analyzers reference.</summary>
internal static class ClientNames
{
    public const string WithHooks = "WithHooks";
    public const string UseFunctionInvocation = "UseFunctionInvocation";
    public const string AdditionalTools = "AdditionalTools";
    public const string Tools = "Tools";
    public const string InvokeAsync = "InvokeAsync";

    /// <summary>Of the dispatcher: a call with all of its hooks around it.</summary>
    public const string InvokeToolAsync = "InvokeToolAsync";

    private const string ClientExtensions = "HookedChatClientExtensions";
    private const string FunctionExtensions = "HookedAIFunctionExtensions";
    private const string ChatClient = "IChatClient";
    private const string ChatClientBuilder = "ChatClientBuilder";
    private const string Loop = "FunctionInvokingChatClient";
    private const string Function = "AIFunction";
    private const string ChatOptions = "ChatOptions";

    public static bool IsWithHooksOfClient(IMethodSymbol method) => IsWithHooks(method, ClientExtensions);

    public static bool IsWithHooksOfFunction(IMethodSymbol method) => IsWithHooks(method, FunctionExtensions);

    /// <summary>The client of the library that calls functions.</summary>
    public static bool IsLoop(ITypeSymbol? type) => IsOrDerives(type, Loop);

    public static bool IsBuilder(ITypeSymbol? type) => IsOrDerives(type, ChatClientBuilder);

    public static bool IsFunction(ITypeSymbol? type) => IsOrDerives(type, Function);

    public static bool IsOptions(ITypeSymbol? type) => IsOrDerives(type, ChatOptions);

    public static bool IsClient(ITypeSymbol? type) =>
        type is not null && (IsNamed(type, ChatClient) || type.AllInterfaces.Any(implemented => IsNamed(implemented, ChatClient)));

    private static bool IsWithHooks(IMethodSymbol method, string container) =>
        method.Name == WithHooks
        && method.ContainingType is { ContainingType: null } type
        && type.Name == container
        && type.ContainingNamespace.ToDisplayString() == "Hooks.Extensions.AI";

    private static bool IsOrDerives(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (IsNamed(type, name))
                return true;
        }

        return false;
    }

    private static bool IsNamed(ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { IsGlobalNamespace: false } space && space.ToDisplayString() == "Microsoft.Extensions.AI";
}
