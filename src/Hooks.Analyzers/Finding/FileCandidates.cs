using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// What one file has that may have to do with hooks, by its text alone. After a keystroke all files but one are the same objects
/// as before, so that only one has to be read again.
/// </summary>
internal sealed class FileCandidates
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileCandidates> Known = new();

    private readonly List<MethodDeclarationSyntax> _methods = [];
    private readonly List<ClassDeclarationSyntax> _classes = [];
    private readonly List<string> _aliases = [];
    private readonly List<string> _globalAliases = [];

    private FileCandidates(CompilationUnitSyntax root)
    {
        AssemblyAttributes = [.. root.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => LastOf(attribute.Name)).Distinct(StringComparer.Ordinal)];
        AddAliases(root.Usings);
        Add(root.Members);
    }

    /// <summary>The methods with attributes of any kind.</summary>
    public IReadOnlyList<MethodDeclarationSyntax> Methods => _methods;

    /// <summary>The classes with a base.</summary>
    public IReadOnlyList<ClassDeclarationSyntax> Classes => _classes;

    /// <summary>The aliases that hold in this file.</summary>
    public IReadOnlyList<string> Aliases => _aliases;

    /// <summary>The aliases that hold in all files.</summary>
    public IReadOnlyList<string> GlobalAliases => _globalAliases;

    /// <summary>The names of the attributes that the file gives the assembly, or the module.</summary>
    public IReadOnlyList<string> AssemblyAttributes { get; }

    public static FileCandidates Of(SyntaxTree tree) => Known.GetValue(tree, static found => new((CompilationUnitSyntax)found.GetRoot()));

    /// <summary>The last part of a name: what aliases and namespaces before it may be is not asked.</summary>
    public static string LastOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => string.Empty,
    };

    private void Add(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case MethodDeclarationSyntax { AttributeLists.Count: > 0 } method:
                    _methods.Add(method);
                    break;
                case BaseNamespaceDeclarationSyntax space:
                    AddAliases(space.Usings);
                    Add(space.Members);
                    break;
                case TypeDeclarationSyntax type:
                    if (type is ClassDeclarationSyntax { BaseList: not null } derived)
                        _classes.Add(derived);
                    Add(type.Members);
                    break;
            }
        }
    }

    private void AddAliases(SyntaxList<UsingDirectiveSyntax> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Alias is { } alias)
                (directive.GlobalKeyword.IsKind(SyntaxKind.None) ? _aliases : _globalAliases).Add(alias.Name.Identifier.ValueText);
        }
    }
}
