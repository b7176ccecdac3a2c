using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>
/// What a hook's body does with its context, taken from its text alone. A rule about two hooks needs the bodies of both, and an
/// analyzer may bind only the file that it is called for; since the type of the context is known, the text says nearly as much.
/// What it does not say is not in here: changes by methods that are handed the context, and answers that others make.
/// </summary>
internal sealed class ContextUse
{
    /// <summary>The use of a body that does nothing with its context.</summary>
    public static readonly ContextUse Nothing = new();

    /// <summary>The data that is read, wherever it goes.</summary>
    public IReadOnlyList<ContextData> Reads { get; init; } = [];

    /// <summary>Those of them of whose value more is asked than whether it is there.</summary>
    public IReadOnlyList<ContextData> Weighed { get; init; } = [];

    /// <summary>The data that is changed.</summary>
    public IReadOnlyList<ContextWrite> Writes { get; init; } = [];

    /// <summary>The data that is compared with constants, so that the hook may be meant for some of the cases only.</summary>
    public IReadOnlyList<ContextData> Selects { get; init; } = [];

    /// <summary>The members of <c>HookResult</c> that are named.</summary>
    public IReadOnlyList<ResultKind> Answers { get; init; } = [];

    /// <summary>Whether the hook changes data in no other way than by taking tools away.</summary>
    public bool OnlyNarrows => Writes.Count > 0 && Writes.All(write => write.Kind == ContextWriteKind.Narrowed);

    /// <summary>Whether the hook can keep what it has looked at from happening.</summary>
    public bool Judges => Answers.Contains(ResultKind.Cancel) || Answers.Contains(ResultKind.Ask);

    /// <summary>An answer that stands where it comes first, and is ignored behind another of this sort; null if the hook gives none.</summary>
    public ResultKind? DecidesFirst
    {
        get
        {
            foreach (var kind in Answers)
            {
                if (kind is ResultKind.Replace or ResultKind.Redirect or ResultKind.Retry or ResultKind.Fork or ResultKind.Cache)
                    return kind;
            }

            return null;
        }
    }

    /// <summary>Reads the body of a method.</summary>
    /// <param name="method">A valid hook; of a partial method, either part.</param>
    /// <param name="context">The point's class of contexts.</param>
    /// <param name="cancellationToken">The token.</param>
    public static ContextUse Read(IMethodSymbol method, INamedTypeSymbol context, CancellationToken cancellationToken)
    {
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax { ParameterList.Parameters: [var parameter, ..] } declaration
                && ((SyntaxNode?)declaration.Body ?? declaration.ExpressionBody) is { } body)
            {
                return new ContextUseReader(body, parameter.Identifier.ValueText, context).Read(declaration.Identifier.ValueText);
            }
        }

        return Nothing;
    }
}

/// <summary>Some data of a context.</summary>
/// <param name="Member">The member of the context.</param>
/// <param name="Key">The name of one argument in it, where the text says it as a literal; null for all of it.</param>
internal readonly record struct ContextData(string Member, string? Key)
{
    /// <summary>Whether both can be, or contain, the same.</summary>
    public bool Meets(ContextData other) => Member == other.Member && (Key is null || other.Key is null || Key == other.Key);

    public override string ToString() => Key is null ? Member : $"{Member}[\"{Key}\"]";
}

/// <summary>A change of data.</summary>
/// <param name="Data">What is changed.</param>
/// <param name="Kind">How.</param>
internal readonly record struct ContextWrite(ContextData Data, ContextWriteKind Kind);

/// <summary>How data is changed, as far as it matters to whoever has looked at it before.</summary>
internal enum ContextWriteKind
{
    /// <summary>Added to, removed from, or filled in where there was nothing.</summary>
    Other,

    /// <summary>Tools are taken away, which comes to the same in whatever order.</summary>
    Narrowed,

    /// <summary>Set to a constant, to what a method makes that masks or shortens, or to what was there with something around it.</summary>
    SetHarmless,

    /// <summary>Set to something that is made from what was there.</summary>
    SetFromItself,

    /// <summary>Set to something else.</summary>
    SetAnew,
}
