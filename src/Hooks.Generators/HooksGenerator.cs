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
        var ownHooks = hooks.Collect().Combine(customHooks.Collect())
            .Select(static (found, _) => OwnHooks.Sort(found.Left.AddRange(found.Right)))
            .WithTrackingName(StepNames.OwnHooks);

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

        var table = ownHooks.Combine(tableClass).Combine(references).Combine(assembly).Combine(rootNamespace)
            .Select(static (all, _) =>
            {
                var ((((hooks, tableClass), references), assembly), rootNamespace) = all;
                return new TableComposer(assembly, rootNamespace).Compose(hooks, tableClass, references);
            })
            .WithTrackingName(StepNames.Table);

        context.RegisterSourceOutput(table, static (output, model) =>
        {
            if (model is not null)
                output.AddSource(HintName, SourceText.From(Emitter.Emit(model), Encoding.UTF8));
        });
    }
}
