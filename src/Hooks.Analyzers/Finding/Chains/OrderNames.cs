namespace Hooks.Analyzers.Finding.Chains;

/// <summary>The names in <c>After</c> and <c>Before</c>, separated as the table separates them; empty ones mean nothing.</summary>
internal static class OrderNames
{
    public const char Separator = '|';

    public static IEnumerable<string> Of(string? names) =>
        names is null ? [] : names.Split(Separator).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Whether a name can be written there: one with a bar, or with blanks at an end, would be read as something else.</summary>
    public static bool IsPlain(string name) => name.IndexOf(Separator) < 0 && name.Trim() == name;
}
