using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hooks.Pipelines.Tests.Documents;

/// <summary>What docs/pipelines.md shows compiles as it stands there, and the figures that it gives are those of the options.</summary>
public sealed partial class PipelinesPageTests
{
    private static readonly string Page = File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/pipelines.md"))).ReplaceLineEndings("\n");

    [Fact]
    public void Its_examples_compile()
    {
        var blocks = Block.Matches(Page).Select(match => match.Groups["text"].Value).ToList();
        Assert.Equal(3, blocks.Count);

        var program = HookCompilation.Program(
            $$"""
            namespace Acme;

            using System.IO;

            {{blocks.Single(block => block.StartsWith("public sealed class", StringComparison.Ordinal))}}

            public static class Guards
            {
            {{blocks.Single(block => block.StartsWith('['))}}
            }

            public static class Program
            {
                public static async Task Main()
                {
            {{blocks.Single(block => block.StartsWith("var hooks", StringComparison.Ordinal))}}
                    Console.WriteLine(text);
                }
            }
            """);

        (program with { RootNamespace = "Acme" }).Compile();
    }

    [Fact]
    public void Its_figures_are_the_defaults()
    {
        var options = new HookPipelineOptions();

        Assert.All(
            [
                $"`MaxAttempts` ({options.MaxAttempts})", $"`MaxRetryDelay` ({options.MaxRetryDelay.TotalSeconds} s)", $"`MaxRedirects` ({options.MaxRedirects})",
                $"`CacheCapacity` ({options.CacheCapacity})", $"`MaxContinuations` ({options.MaxContinuations})", $"{CallKey.MaxLength:N0} characters",
            ],
            figure => Assert.Contains(figure, Page));
    }

    [Fact]
    public void It_names_every_pipeline()
    {
        var pipelines = typeof(HookDispatcher).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.Name.StartsWith("Func`", StringComparison.Ordinal) && parameter.Name != "handler"))
            .Select(method => method.Name)
            .Distinct();

        Assert.All(pipelines, name => Assert.Contains($"`{name}`", Page));
    }

    [GeneratedRegex(@"(?m)^```csharp\n(?<text>[\s\S]*?)^```$")]
    private static partial Regex Block { get; }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
