using System.Text.RegularExpressions;

namespace Hooks.Events;

/// <summary>Media types (RFC 2046), as far as events have to know them.</summary>
internal static partial class MediaType
{
    public static bool IsValid(string text) => Form().IsMatch(text);

    public static string Require(string contentType)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        return IsValid(contentType) ? contentType : throw new ArgumentException($"{EventType.Quote(contentType)} is no media type (RFC 2046), such as text/plain.", nameof(contentType));
    }

    [GeneratedRegex("""\A[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+([ \t]*;[ \t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+=([!#$%&'*+.^_`|~0-9A-Za-z-]+|"[^"\\\x00-\x1f]*"))*\z""")]
    private static partial Regex Form();
}
