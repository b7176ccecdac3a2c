using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Architecture.Tests.Surface;

/// <summary>Holds the PublicAPI.txt of each package and its built assemblies together.</summary>
public class PublicSurfaceTests
{
    private const string HowToAccept = "HOOKS_ACCEPT=1 dotnet test tests/Hooks.Architecture.Tests";

    private static readonly string[] Frameworks = ["net8.0", "net10.0"];

    [Theory]
    [InlineData("Hooks.Runtime")]
    [InlineData("Hooks.Extensions.AI")]
    [InlineData("Hooks.Events")]
    [InlineData("Hooks.Commands")]
    [InlineData("Hooks.Commands.Http")]
    public void Users_see_what_was_accepted(string package)
    {
        var baseline = $"src/{package}/PublicAPI.txt";
        var actual = SurfaceText.Of([.. Frameworks.Select(framework => (framework, AssemblySurface.OfFile(FileOf(package, framework))))]);
        if (Environment.GetEnvironmentVariable("HOOKS_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, baseline), actual);
        var accepted = Repository.Read(baseline).ReplaceLineEndings("\n");
        Assert.True(accepted == actual, $"{baseline} differs:\n{string.Join('\n', SurfaceText.Differences(accepted, actual))}\nTo accept: {HowToAccept}");
    }

    [Fact]
    public void Names_without_namespace_mean_one_type_each()
    {
        var names = AssemblySurface.OfFile(FileOf("Hooks.Runtime", "net10.0")).Select(type => type.Name[(type.Name.LastIndexOf('.') + 1)..]).ToList();
        Assert.NotEmpty(names);
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("string? reason", "string reason", "annotation")]
    [InlineData("int retries = 3", "int retries = 4", "default")]
    [InlineData("Second = 2", "Second = 3", "enum number")]
    [InlineData("const int Low = 100", "const int Low = 200", "constant")]
    [InlineData("[EditorBrowsable(EditorBrowsableState.Never)] ", "", "attribute")]
    [InlineData("init;", "set;", "accessor")]
    [InlineData("public void Run", "internal void Run", "accessibility")]
    [InlineData("protected virtual", "protected", "inheritance")]
    [InlineData("where T : notnull", "where T : class", "constraint")]
    [InlineData("class Sample : IDisposable", "class Sample", "interface")]
    public void Any_change_of_a_copy_is_noticed(string part, string changed, string what)
    {
        const string sample = """
            #nullable enable
            using System;
            using System.ComponentModel;
            namespace Acme
            {
                public enum Kind { First = 1, Second = 2 }
                public class Sample : IDisposable
                {
                    public const int Low = 100;
                    public string Name { get; init; } = "";
                    public void Run(string? reason, int retries = 3) { }
                    protected virtual void Grow() { }
                    public T Give<T>(T value) where T : notnull => value;
                    [EditorBrowsable(EditorBrowsableState.Never)] public void Dispose() { }
                    private int _hidden;
                }
            }
            """;
        Assert.Contains(part, sample, StringComparison.Ordinal);
        var accepted = TextOf(sample);
        Assert.Equal(accepted, TextOf(sample.Replace("_hidden", "_other", StringComparison.Ordinal)));
        var differences = SurfaceText.Differences(accepted, TextOf(sample.Replace(part, changed, StringComparison.Ordinal)));
        Assert.True(differences.Count > 0, $"The {what} changes and nobody notices.");
    }

    [Fact]
    public void A_line_of_one_framework_says_so()
    {
        var both = SurfaceText.Of(("net8.0", Compiled("public class A { public void M() { } }")), ("net10.0", Compiled("public class A { public void M() { } public void N() { } }")));
        Assert.Equal(SurfaceText.Header + "\npublic class A\n    public A()\n    public void M()\n    public void N()   # net10.0 only\n", both);
    }

    private static string TextOf(string source) => SurfaceText.Of(("net10.0", Compiled(source)));

    private static System.Collections.Immutable.ImmutableArray<SurfaceType> Compiled(string source)
    {
        using var image = new MemoryStream();
        var compilation = CSharpCompilation.Create("Acme", [CSharpSyntaxTree.ParseText(source)], AssemblySurface.Framework, new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(image).Success);
        return AssemblySurface.Of(Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray()));
    }

    private static string FileOf(string package, string framework) => Path.Combine(AppContext.BaseDirectory, "surfaces", framework, package + ".dll");
}
