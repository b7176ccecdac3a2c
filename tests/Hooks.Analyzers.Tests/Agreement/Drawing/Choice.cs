namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>One way to write some part of a declaration.</summary>
/// <param name="Label">What it is called in counts.</param>
/// <param name="Text">What is written; a $word stands for something else that is drawn.</param>
/// <param name="Requires">What its surroundings have to give.</param>
/// <param name="Gives">What it gives to what is in it.</param>
/// <param name="IsUsual">Whether ordinary code is mostly written like this.</param>
internal sealed record Choice(string Label, string Text, Needs Requires = Needs.Nothing, Needs Gives = Needs.Nothing, bool IsUsual = false)
{
    /// <summary>What stands in the other part of the type.</summary>
    public string Elsewhere { get; init; } = "";

    /// <summary>The class of contexts that it brings along, or that its hooks are about.</summary>
    public string? Context { get; init; }
}

/// <summary>What a choice needs from its surroundings.</summary>
[Flags]
internal enum Needs
{
    Nothing = 0,
    Instance = 1 << 0,
    Class = 1 << 1,
    Open = 1 << 2,
    Abstract = 1 << 3,
    Partial = 1 << 4,
    Interface = 1 << 5,
    Struct = 1 << 6,
    StaticTop = 1 << 7,
    Base = 1 << 8,
    Implements = 1 << 9,
    Operators = 1 << 10,
    Top = 1 << 11,

    Preview = 1 << 12,
    Program = 1 << 13,
    Silenced = 1 << 14,

    /// <summary>The parameter must be one that other files can name.</summary>
    HidesContext = 1 << 15,

    /// <summary>Members can be protected.</summary>
    Heirs = 1 << 17,

    /// <summary>A program without a class.</summary>
    Statements = 1 << 16,
}
