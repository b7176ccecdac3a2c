namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>The matrix.</summary>
internal static class AllCases
{
    public static IReadOnlyList<Case> List { get; } =
        [.. ClaudeCases.All, .. CodexCases.All, .. GeminiCases.All, .. CopilotCases.All, .. CursorCases.All, .. BrokenCases.All, .. CapturedCases.All];
}
