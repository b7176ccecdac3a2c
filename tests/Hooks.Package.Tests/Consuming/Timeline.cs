namespace Hooks.Package.Tests.Consuming;

/// <summary>What programs print, wherever and however they are built.</summary>
internal static class Timeline
{
    public static string Of(string project) => project == "Acme.Chatting" ? OfChat : OfGuards;

    /// <summary>The program of Acme.Direct.</summary>
    public const string OfGuards = """
        call 1: bash
        git status: Continue by nobody
        guards: bash is over
        call 2: bash
        git push --force: Cancel: force-push is not allowed by no-force-push
        guards: bash is over

        """;

    private const string OfChat = """
        bash: Denied
        force-push is not allowed
        bash: Succeeded
        ran git status
        the key is [key]

        """;
}
