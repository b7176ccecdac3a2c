namespace Hooks.Package.Tests.Consuming;

/// <summary>What the program of Acme.Direct prints, wherever and however it is built.</summary>
internal static class Timeline
{
    public const string OfGuards = """
        call 1: bash
        git status: Continue by nobody
        guards: bash is over
        call 2: bash
        git push --force: Cancel: force-push is not allowed by no-force-push
        guards: bash is over

        """;
}
