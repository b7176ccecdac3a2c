namespace GuardedAgent.Scratch;

/// <summary>The small project with a bug that the agent works on; its files lie in the folder <c>project</c> beside this code.</summary>
internal static class SampleProject
{
    private const string Prefix = "project/";

    public static void Write(string folder)
    {
        var assembly = typeof(SampleProject).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = Path.Combine(folder, name[Prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var source = assembly.GetManifestResourceStream(name)!;
            using var target = File.Create(path);
            source.CopyTo(target);
        }
    }
}
