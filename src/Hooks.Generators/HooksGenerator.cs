using System.Text;
using Hooks.Generators.Emitting;
using Hooks.Generators.Model;
using Hooks.Generators.Parsing;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Generators;

/// <summary>Finds hooks, merges them with those of references, and adds one file with manifest and table.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class HooksGenerator : IIncrementalGenerator
{
    internal const string HintName = "Hooks.g.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var hooks = context.SyntaxProvider
            .ForAttributeWithMetadataName(MetadataNames.HookAttribute, HookSyntax.NamesPoint, HookMethodParser.Parse)
            .WithTrackingName(StepNames.Hooks);
        var customHooks = context.SyntaxProvider
            .ForAttributeWithMetadataName(MetadataNames.CustomHookAttribute, HookSyntax.NamesNoPoint, HookMethodParser.Parse)
            .WithTrackingName(StepNames.CustomHooks);
        var found = hooks.Collect().Combine(customHooks.Collect())
            .Select(static (found, _) => found.Left.AddRange(found.Right));
        var ownHooks = found
            .Select(static (methods, _) => OwnHooks.Sort(methods))
            .WithTrackingName(StepNames.OwnHooks);
        var leftOut = found.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (all, _) => AnalyzersOff.In(all.Right.GlobalOptions) ? all.Left.Sum(method => method.LeftOut) : 0)
            .WithTrackingName(StepNames.LeftOut);

        var tableClass = context.SyntaxProvider
            .ForAttributeWithMetadataName(MetadataNames.HookTableAttribute, TableClassParser.IsCandidate, TableClassParser.Parse)
            .WithTrackingName(StepNames.TableClasses)
            .Collect()
            .Select(static (classes, _) => TableClassParser.First(classes))
            .WithTrackingName(StepNames.TableClass);

        var assembly = context.CompilationProvider
            .Select(AssemblyFacts.Read)
            .WithTrackingName(StepNames.Assembly);
        var references = context.CompilationProvider
            .Select(ReferenceReader.Read)
            .WithTrackingName(StepNames.References);
        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var value) ? value : string.Empty)
            .WithTrackingName(StepNames.RootNamespace);

        var table = ownHooks.Combine(tableClass).Combine(references).Combine(assembly).Combine(rootNamespace).Combine(leftOut)
            .Select(static (all, _) =>
            {
                var (((((hooks, tableClass), references), assembly), rootNamespace), leftOut) = all;
                return new TableComposer(assembly, rootNamespace).Compose(hooks, tableClass, references, leftOut);
            })
            .WithTrackingName(StepNames.Table);

        context.RegisterSourceOutput(table, static (output, model) =>
        {
            if (model is not null)
                output.AddSource(HintName, SourceText.From(Emitter.Emit(model), Encoding.UTF8));
        });
    }
}
