using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Tells by name what cannot have to do with hooks, so that neither the attributes nor the types of a whole project have to be
/// bound to find the few that have. An alias may stand for anything.
/// </summary>
internal sealed class Candidates
{
    private const string Suffix = "Attribute";
    private const string Hook = "HookAttribute";

    private readonly Compilation _compilation;
    private readonly HashSet<string> _globalAliases = new(StringComparer.Ordinal);

    public Candidates(Compilation compilation)
    {
        _compilation = compilation;
        foreach (var tree in compilation.SyntaxTrees)
            _globalAliases.UnionWith(FileCandidates.Of(tree).GlobalAliases);
    }

    /// <summary>Whether the assembly may say something about hooks, beside the manifest that is generated.</summary>
    public bool SetUpAssembly => _compilation.SyntaxTrees.Select(FileCandidates.Of).Any(file => file.AssemblyAttributes
        .Any(name => MayBe(MetadataNames.ToolGroupAttribute, name, file) || MayBe(MetadataNames.ExcludeHooksAttribute, name, file)));

    /// <summary>Whether an attribute may be a <c>[Hook]</c>.</summary>
    public bool MayBeHook(AttributeSyntax attribute) => MayBe(Hook, attribute);

    /// <summary>Whether an attribute may be the one of Hooks with this name.</summary>
    public bool MayBe(string name, AttributeSyntax attribute) => MayBe(name, FileCandidates.LastOf(attribute.Name), FileCandidates.Of(attribute.SyntaxTree));

    /// <summary>Whether a method may have a <c>[Hook]</c> where this part of it stands.</summary>
    public bool MayBeHook(MethodDeclarationSyntax method)
    {
        foreach (var list in method.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (MayBeHook(attribute))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The methods of a file that may have a <c>[Hook]</c>.</summary>
    public IEnumerable<MethodDeclarationSyntax> MethodsOf(SyntaxTree tree) => FileCandidates.Of(tree).Methods.Where(MayBeHook);

    /// <summary>The classes of a file that may be tables.</summary>
    public IEnumerable<ClassDeclarationSyntax> TablesOf(SyntaxTree tree)
    {
        var file = FileCandidates.Of(tree);
        return file.Classes.Where(type => type.BaseList!.Types.Any(based => based.Type is NameSyntax name && MayBe(MetadataNames.HookTable, FileCandidates.LastOf(name), file)));
    }

    private bool MayBe(string name, string written, FileCandidates file) =>
        written == name || written + Suffix == name || IsAlias(written, file) || IsAlias(written + Suffix, file);

    private bool IsAlias(string name, FileCandidates file) => _globalAliases.Contains(name) || file.Aliases.Contains(name);
}
