using System.Xml.Linq;
using Hooks.Native.Tests;
using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests.Consuming;

/// <summary>The projects that use the package, in a folder where nothing of this repository reaches them.</summary>
internal sealed class ConsumerFolder(string path, string feed)
{
    public string Path { get; } = path;

    /// <summary>Where these projects restore to.</summary>
    public string Cache => System.IO.Path.Combine(Path, "packages");

    public void Create()
    {
        var source = System.IO.Path.Combine(Repository.Root, "tests", "Hooks.Package.Tests", "Consumers");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Write(target.EndsWith(".project", StringComparison.Ordinal) ? System.IO.Path.ChangeExtension(target, ".csproj") : target, File.ReadAllText(file));
        }

        Write("Acme.FirstAgent/Program.cs", PackageReadme.Program);
        Write("Acme.Events/Program.cs", PackageReadme.CodeOf("Hooks.Events")[0]);
        Write("Acme.Guarding/Program.cs", PackageReadme.CodeOf("Hooks.Commands")[0]);
        Write("Acme.Serving/Program.cs", PackageReadme.CodeOf("Hooks.Commands.Http")[0]);
        BrokenGenerator.WriteAll(this);
        Write("Directory.Build.props", new XElement("Project", new XElement("PropertyGroup",
            new XElement("HooksVersion", PackedRepository.Version),
            new XElement("RestorePackagesPath", Cache))).ToString());
        File.Copy(System.IO.Path.Combine(Repository.Root, "global.json"), System.IO.Path.Combine(Path, "global.json"));
        WriteConfiguration();
    }

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public async Task<ConsumerBuild> BuildAsync(string name, IReadOnlyList<string> projects)
    {
        Write($"{name}.slnx", new XElement("Solution", projects.Select(project => new XElement("Project", new XAttribute("Path", $"{project}/{project}.csproj")))).ToString());
        return new(await DotnetAsync("build", $"{name}.slnx"));
    }

    public Task<ProgramRun> DotnetAsync(string command, string project, params string[] arguments) =>
        ProgramRun.OfAsync(NativeToolchain.Dotnet, [command, System.IO.Path.Combine(Path, project), "--nologo", "-p:UseSharedCompilation=false", .. arguments]);

    /// <summary>Runs what was built; a program for an older framework takes the one that is here.</summary>
    public Task<ProgramRun> RunAsync(string project, string framework) =>
        ProgramRun.OfAsync(NativeToolchain.Dotnet, "exec", "--roll-forward", "Major", System.IO.Path.Combine(Path, project, "bin", "Debug", framework, $"{project}.dll"));

    // Adds to what the machine has configured: its sources still serve the framework's packs, and its cache lends them, so that only
    // the package itself goes into the cache of these projects.
    private void WriteConfiguration() => Write("nuget.config", new XElement("configuration",
        new XElement("packageSources", Add("packed", feed)),
        new XElement("fallbackPackageFolders", Add("machine", Repository.PackageCache))).ToString());

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}
