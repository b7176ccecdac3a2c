using System.Text;

namespace Guard.Secrets;

/// <summary>Finds secrets in text, and takes them out. What is said of one is its name, never any part of it.</summary>
internal static class SecretText
{
    private const string KeyName = "private key";
    private const string KeyBegin = "-----BEGIN ";
    private const int LongestHead = 60;
    private const string KeyMark = "PRIVATE KEY-----";

    /// <summary>What the first secret in a text is; null if there is none.</summary>
    public static string? FindIn(string text)
    {
        if (FindKey(text, 0) is not null)
            return KeyName;
        foreach (var shape in SecretShape.All)
        {
            if (shape.FindIn(text, 0).Length > 0)
                return shape.Name;
        }

        return null;
    }

    /// <summary>The text with the name of each secret in its place; the same object if there are none.</summary>
    public static string Mask(string text)
    {
        foreach (var shape in SecretShape.All)
            text = Replace(text, from => shape.FindIn(text, from) is { Length: > 0 } found ? found : null, shape.Name);
        return Replace(text, from => FindKey(text, from), KeyName);
    }

    private static string Replace(string text, Func<int, (int Start, int Length)?> find, string name)
    {
        StringBuilder? masked = null;
        var done = 0;
        while (find(done) is var (start, length))
        {
            (masked ??= new()).Append(text, done, start - done).Append('[').Append(name).Append(']');
            done = start + length;
        }

        return masked is null ? text : masked.Append(text, done, text.Length - done).ToString();
    }

    // To its end, or to the end of the text.
    private static (int Start, int Length)? FindKey(string text, int from)
    {
        for (var start = text.IndexOf(KeyBegin, from, StringComparison.Ordinal); start >= 0; start = text.IndexOf(KeyBegin, start + 1, StringComparison.Ordinal))
        {
            var mark = text.IndexOf(KeyMark, start, Math.Min(LongestHead, text.Length - start), StringComparison.Ordinal);
            if (mark < 0)
                continue;
            var end = text.IndexOf(KeyMark, mark + KeyMark.Length, StringComparison.Ordinal);
            return (start, (end < 0 ? text.Length : end + KeyMark.Length) - start);
        }

        return null;
    }
}
