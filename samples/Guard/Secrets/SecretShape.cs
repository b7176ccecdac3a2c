using System.Buffers;

namespace Guard.Secrets;

/// <summary>A kind of secret that can be told by how it looks: how it begins, and how much of what follows.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="MinLength">How many characters follow at the least.</param>
/// <param name="Characters">Of which characters.</param>
internal sealed record SecretShape(string Name, string Prefix, int MinLength, SearchValues<char> Characters)
{
    private const int FewestDifferent = 8;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> Words = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The known shapes, as their issuers document them. One that begins as another does stands before it.</summary>
    public static IReadOnlyList<SecretShape> All { get; } =
    [
        new("AWS access key", "AKIA", 16, Capitals), new("AWS access key", "ASIA", 16, Capitals),
        new("GitHub token", "ghp_", 36, Letters), new("GitHub token", "gho_", 36, Letters), new("GitHub token", "ghu_", 36, Letters),
        new("GitHub token", "ghs_", 36, Letters), new("GitHub token", "ghr_", 36, Letters), new("GitHub token", "github_pat_", 30, Words),
        new("GitLab token", "glpat-", 20, Words),
        new("Slack token", "xoxb-", 20, Words), new("Slack token", "xoxp-", 20, Words), new("Slack token", "xoxa-", 20, Words), new("Slack token", "xoxs-", 20, Words), new("Slack token", "xapp-", 20, Words),
        new("Anthropic key", "sk-ant-", 24, Words), new("OpenAI key", "sk-", 32, Words),
        new("Stripe key", "sk_live_", 16, Letters), new("Stripe key", "rk_live_", 16, Letters),
        new("Google API key", "AIza", 35, Words),
        new("npm token", "npm_", 36, Letters), new("PyPI token", "pypi-AgEI", 50, Words), new("Docker token", "dckr_pat_", 27, Words),
        new("Hugging Face token", "hf_", 34, Letters), new("DigitalOcean token", "dop_v1_", 64, Letters), new("SendGrid key", "SG.", 20, Words),
    ];

    /// <summary>Where a secret of this shape is; an empty range if nowhere.</summary>
    public (int Start, int Length) FindIn(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && text[from..].IndexOf(Prefix) is var offset and >= 0)
        {
            var start = from + offset;
            from = start + Prefix.Length;
            if (start > 0 && Words.Contains(text[start - 1]))
                continue;
            var length = text[from..].IndexOfAnyExcept(Characters) is var end and >= 0 ? end : text.Length - from;
            if (length >= MinLength && LooksRandom(text.Slice(from, length)))
                return (start, Prefix.Length + length);
        }

        return default;
    }

    // Not xxxxxxxx, and not the keys of documentation.
    private static bool LooksRandom(ReadOnlySpan<char> text)
    {
        var seen = new HashSet<char>();
        foreach (var character in text)
            seen.Add(character);
        return seen.Count >= FewestDifferent && text.IndexOf("EXAMPLE", StringComparison.OrdinalIgnoreCase) < 0;
    }
}
