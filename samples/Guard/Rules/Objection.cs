using System.Globalization;
using System.Text;
using Guard.Secrets;
using Hooks;

namespace Guard.Rules;

/// <summary>What a rule has against a call.</summary>
/// <param name="IsDenial">Whether the call is denied; else a person is asked, and where the agent cannot ask it is denied too.</param>
/// <param name="Reason">Why, for the model and the person.</param>
internal sealed record Objection(bool IsDenial, string Reason)
{
    private const int LongestQuote = 80;

    public static Objection Deny(string reason) => new(true, reason);

    public static Objection Ask(string reason) => new(false, reason);

    /// <summary>The answer of a hook: the first denial, else the first question, else no objection.</summary>
    public static HookResult Answer(IEnumerable<Objection> objections)
    {
        string? question = null;
        foreach (var objection in objections)
        {
            if (objection.IsDenial)
                return HookResult.Cancel(objection.Reason);
            question ??= objection.Reason;
        }

        return question is null ? HookResult.Continue : HookResult.Ask(question);
    }

    /// <summary>Text of the agent within a reason: without secrets, on one line, and not too long.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var rune in SecretText.Mask(text).EnumerateRunes())
        {
            if (quoted.Length > LongestQuote)
            {
                quoted.Append('…');
                break;
            }

            quoted.Append(IsShown(rune) ? rune.ToString() : "?");
        }

        return quoted.Append('\'').ToString();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
