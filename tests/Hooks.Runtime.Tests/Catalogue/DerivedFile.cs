namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>A file of the repository whose text follows from the members of <see cref="HookPoint"/>.</summary>
/// <param name="Path">Its path from the repository's root, with slashes.</param>
/// <param name="Text">What it must contain.</param>
internal sealed record DerivedFile(string Path, string Text)
{
    public const string HowToRenew = "HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests";

    public const string Header = $"// Derived from the members of HookPoint; a test holds it so. To renew it: {HowToRenew}\n";

    public static IReadOnlyList<DerivedFile> All { get; } =
    [
        RuntimeCatalogueRenderer.Render(),
        .. PointGroup.All.Select(EntriesRenderer.Render),
        PointsPageRenderer.Render(),
    ];

    private string FullPath => System.IO.Path.Combine(RepositoryRoot.Path, Path);

    public bool IsCurrent => File.Exists(FullPath) && File.ReadAllText(FullPath).ReplaceLineEndings("\n") == Text;

    public void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPath)!);
        File.WriteAllText(FullPath, Text);
    }

    public override string ToString() => Path;
}
