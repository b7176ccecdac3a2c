using System.Text.RegularExpressions;

namespace GuardedAgent.Guards;

/// <summary>Recognises API keys and private keys by the shapes that their issuers give them.</summary>
internal static partial class Secrets
{
    public const string Mask = "[redacted]";

    /// <summary>The text with a mask in place of each secret; the same object where there are none.</summary>
    public static string Redact(string text) => Shapes.Replace(text, Mask);

    [GeneratedRegex(
        @"\b(?:sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|xox[abpr]-[A-Za-z0-9-]{10,}|AKIA[A-Z0-9]{16})|-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shapes { get; }
}
