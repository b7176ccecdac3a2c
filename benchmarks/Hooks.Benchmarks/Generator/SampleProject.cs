using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Benchmarks.Generator;

/// <summary>
/// A project of 1,000 files with ten methods each. Every other method carries an attribute that is no hook, as methods
/// of tests, controllers and serialised types do; hooks are spread over the files, the last of which has none.
/// </summary>
internal sealed record SampleProject(CSharpCompilation Compilation, int Edits)
{
    private const int Files = 1000;
    private const int MethodsInFile = 10;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public static string NameOf(int hook) => $"Hook{hook:0000}";

    public static SampleProject Make(int hooks)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Threading.dll" or "System.ComponentModel.dll" or "System.ComponentModel.Primitives.dll" or "System.Collections.dll" or "System.Linq.dll")
            .Append(typeof(HookDispatcher).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        var trees = Enumerable.Range(0, Files).Select(file => Parse(file, Text(file, hooks, body: 0)));
        var compilation = CSharpCompilation.Create("Sample", trees, references, new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        return new(compilation.AddSyntaxTrees(Parse(Files, "[assembly: System.Reflection.AssemblyMetadata(\"Kind\", \"sample\")]\n[Hooks.HookTable] internal sealed partial class SampleHooks;")), 0);
    }

    /// <summary>The project after one more edit of a method body in the last file that has methods.</summary>
    public SampleProject Edit() => new(
        Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[Files - 1], Parse(Files - 1, Text(Files - 1, hooks: 0, Edits + 1))),
        Edits + 1);

    private static string Text(int file, int hooks, int body)
    {
        // The last file keeps free of hooks: it is the one that is edited.
        var hookedFiles = Math.Min(hooks, Files - 1);
        var own = hookedFiles == 0 || file >= hookedFiles ? 0 : (hooks / hookedFiles) + (file < hooks % hookedFiles ? 1 : 0);
        var first = hookedFiles == 0 ? 0 : (file * (hooks / hookedFiles)) + Math.Min(file, hooks % hookedFiles);
        var text = new StringBuilder($"using System;\nusing System.Diagnostics;\nusing Hooks;\n\nnamespace Sample.Part{file};\n\ninternal static class Type{file}\n{{\n");
        for (var method = 0; method < MethodsInFile; method++)
        {
            if (method < own)
            {
                text.Append($"    [Hook(HookPoint.BeforeToolCall, Priority = {method})]\n    public static HookResult {NameOf(first + method)}(ToolCallContext context) => HookResult.Continue;\n\n");
                continue;
            }

            if (method % 2 == 1)
                text.Append("    [DebuggerStepThrough]\n");
            text.Append($"    public static int Method{method}(int value)\n    {{\n        var sum = value + {body};\n        for (var i = 0; i < 10; i++)\n            sum += i * value;\n        return Math.Max(sum, {method});\n    }}\n\n");
        }

        return text.Append("}\n").ToString();
    }

    private static SyntaxTree Parse(int file, string text) =>
        CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{file}.cs", Encoding.UTF8);
}
