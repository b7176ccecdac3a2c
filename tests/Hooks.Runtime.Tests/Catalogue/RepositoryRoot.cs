namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>The directory that holds Hooks.sln, above the test's own.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "Hooks.sln")))
                return directory.FullName;
        }

        return FindFromSource();
    }

    // With --artifacts-path the test runs outside the repository, but the compiler has written down where its source was.
    private static string FindFromSource([System.Runtime.CompilerServices.CallerFilePath] string source = "")
    {
        for (var directory = Directory.GetParent(source); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "Hooks.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException($"There is no Hooks.sln above {AppContext.BaseDirectory} or {source}.");
    }
}
