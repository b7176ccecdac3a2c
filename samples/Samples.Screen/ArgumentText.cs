using Hooks;

namespace Samples.Screen;

/// <summary>Arguments in a few words: the value alone where its name goes without saying.</summary>
internal static class ArgumentText
{
    public static string Of(HookArguments arguments) => string.Join("  ", arguments.Select(argument => argument switch
    {
        { Key: "command" or "path", Value: string text } => text,
        { Value: string text } => $"{argument.Key}={text}",
        { Value: HookArguments nested } => $"{argument.Key}={nested}",
        { Value: IReadOnlyList<object?> list } => $"{argument.Key}=[{list.Count}]",
        _ => $"{argument.Key}={argument.Value ?? "null"}",
    }));
}
