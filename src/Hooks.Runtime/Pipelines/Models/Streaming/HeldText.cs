namespace Hooks;

/// <summary>
/// The end of a streamed text, which is held back until enough has followed. Hooks judge it, as the model wrote it, again
/// with every piece, so that what they look for is found as soon as it is whole and none of it has gone out before.
/// </summary>
/// <param name="limit">How many characters are held back.</param>
internal sealed class HeldText(int limit)
{
    // Where judged text is the model's own again for so long, what lies before and behind was changed apart.
    private const int AnchorLength = 8;

    // The first of the held characters are out, or were withheld: hooks still see them, in case more of the same follows.
    private int _withheld;

    /// <summary>The text that is held, as the model wrote it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether some of it may still go out.</summary>
    public bool IsPending => Text.Length > _withheld;

    /// <summary>Goes on with what hooks made of a text.</summary>
    /// <param name="window">The text that they judged: the held one and what has come.</param>
    /// <param name="judged">What they made of it.</param>
    /// <param name="isOver">Whether something else follows: all goes out, and only hooks see its end again.</param>
    /// <param name="released">What can go out now.</param>
    /// <returns>How many characters of the window are no longer held.</returns>
    public int Pass(string window, string judged, bool isOver, out string released)
    {
        var change = Change.Between(window, judged);
        var from = change.Cut(_withheld) ?? change.Behind;
        var until = isOver ? change.Whole : change.Cut(Whole(window, Math.Max(window.Length - limit, 0)));
        if (until is not { } cut)
        {
            // What was changed has to go out in part, and goes on as changed: what is left of the original means nothing.
            var at = Math.Max(Whole(judged, Math.Max(judged.Length - limit, 0)), from.Judged);
            released = judged[from.Judged..at];
            Keep(judged, at, 0);
            return window.Length - Text.Length;
        }

        released = judged[Math.Min(from.Judged, cut.Judged)..cut.Judged];
        if (isOver)
            Withhold(window);
        else
            Keep(window, cut.Raw, Math.Max(from.Raw - cut.Raw, 0));
        return cut.Raw;
    }

    /// <summary>Lets nothing of a text go out.</summary>
    /// <param name="window">The text that hooks judged.</param>
    /// <returns>How many characters of the window are no longer held.</returns>
    public int Withhold(string window)
    {
        var from = Whole(window, Math.Max(window.Length - limit, 0));
        Keep(window, from, window.Length - from);
        return from;
    }

    private void Keep(string window, int from, int withheld) => (Text, _withheld) = (window[from..], withheld);

    // Not between the halves of a surrogate pair.
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at + 1 : at;

    /// <summary>What hooks changed: all within the characters from Start to End.</summary>
    private readonly record struct Change(string Raw, string Judged, int Start, int End)
    {
        public (int Raw, int Judged) Behind => (End, End + Judged.Length - Raw.Length);

        public (int Raw, int Judged) Whole => (Raw.Length, Judged.Length);

        public static Change Between(string raw, string judged)
        {
            var start = raw.AsSpan().CommonPrefixLength(judged);
            var most = Math.Min(raw.Length, judged.Length) - start;
            var same = 0;
            while (same < most && raw[^(same + 1)] == judged[^(same + 1)])
                same++;
            return new(raw, judged, start, raw.Length - same);
        }

        /// <summary>The first place from here on at which both texts can be cut, and what lies before it in the one is what lies before it in the other.</summary>
        public (int Raw, int Judged)? Cut(int at) =>
            at <= Start ? (at, at)
            : at >= End ? (at, at + Judged.Length - Raw.Length)
            : Anchor(at);

        // Several changes in one text: between them it is as it was.
        private (int Raw, int Judged)? Anchor(int at)
        {
            for (var i = at; i + AnchorLength <= End; i++)
            {
                var anchor = Raw.AsSpan(i, AnchorLength);
                if (IsOnce(Raw, Start, anchor) && IsOnce(Judged, Start, anchor))
                    return (i, Start + Judged.AsSpan(Start).IndexOf(anchor));
            }

            return null;
        }

        private static bool IsOnce(string text, int from, ReadOnlySpan<char> part)
        {
            var first = text.AsSpan(from).IndexOf(part);
            return first >= 0 && text.AsSpan(from + first + 1).IndexOf(part) < 0;
        }
    }
}
