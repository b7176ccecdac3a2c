using System.Collections.Immutable;
using Hooks.Analyzers.Tests.Agreement.Drawing;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>A project of hook declarations, before it is text.</summary>
internal sealed record ProjectPlan(Choice Kind, Choice Namespace, ImmutableArray<FilePlan> Files, ImmutableArray<TypePlan> Types)
{
    /// <summary>C# 14, which this compiler knows as a preview.</summary>
    public bool IsPreview => Kind.Gives.HasFlag(Needs.Preview);

    public bool IsProgram => Kind.Gives.HasFlag(Needs.Program);

    /// <summary>Whether the build tries to switch our errors off.</summary>
    public bool IsSilenced => Kind.Gives.HasFlag(Needs.Silenced);

    public IEnumerable<MemberPlan> Members => Types.SelectMany(type => type.AllMembers);
}

/// <summary>One file: how its first lines look.</summary>
internal sealed record FilePlan(string Path, Choice Head);

/// <summary>A type, or one that is nested in it.</summary>
internal sealed record TypePlan(string Name, Choice Shape, string Opening, int File, ImmutableArray<MemberPlan> Members, ImmutableArray<TypePlan> Nested)
{
    public IEnumerable<MemberPlan> AllMembers => Members.Concat(Nested.SelectMany(nested => nested.AllMembers));
}

/// <summary>A member, or what is in it, with hooks on one or two parts.</summary>
/// <param name="Id">Its number in the project.</param>
/// <param name="Text">The member, with $A and $B where attributes belong.</param>
/// <param name="Elsewhere">What stands in the other part of a partial type, if anything.</param>
/// <param name="Labels">The kinds of things that it is made of.</param>
internal sealed record MemberPlan(int Id, string Text, string Elsewhere, ImmutableArray<HookPlan> First, ImmutableArray<HookPlan> Second, ImmutableArray<string> Labels)
{
    public IEnumerable<HookPlan> Hooks => First.Concat(Second);
}

/// <summary>One attribute.</summary>
/// <param name="Key">Unique in the project: the number of its method, a dot, and its own; stands as a comment before its name.</param>
/// <param name="ListedAs">How the generated manifest tells of it: its description, or the name of its method.</param>
/// <param name="Text">The attribute as written.</param>
/// <param name="IsForeign">Whether it only looks like ours.</param>
/// <param name="Labels">The kinds of things that it is made of.</param>
internal sealed record HookPlan(string Key, string ListedAs, string Text, bool IsForeign, ImmutableArray<string> Labels)
{
    public string Method => Key[..Key.IndexOf('.')];
}
