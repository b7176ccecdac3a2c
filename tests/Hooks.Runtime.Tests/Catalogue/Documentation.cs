using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>The comments of Hooks.Runtime, from the file that the compiler writes beside it, as Markdown.</summary>
internal static partial class Documentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.ChangeExtension(typeof(HookPoint).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The summary of a member.</summary>
    /// <param name="member">Its name in documentation files, for example <c>T:Hooks.HookPoint</c>.</param>
    public static string Of(string member)
    {
        if (!Members.TryGetValue(member, out var element) || element.Element("summary") is not { } summary)
            throw new InvalidOperationException($"{member} has no summary.");
        return WhiteSpace().Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim();
    }

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{Name(see.Attribute("cref")!.Value)}`",
        _ => throw new InvalidOperationException($"A summary with {node} has no form on the page."),
    };

    // T:Hooks.X -> X, P:Hooks.X.Y -> Y, M:Hooks.X.Y(...) -> X.Y
    private static string Name(string cref)
    {
        var parts = cref[2..].Split('(')[0].Split('.');
        return cref[0] == 'M' ? $"{parts[^2]}.{parts[^1]}" : parts[^1];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
