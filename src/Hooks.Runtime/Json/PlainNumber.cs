using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hooks;

/// <summary>Numbers by the value that their JSON text has, whatever .NET type holds them.</summary>
internal static class PlainNumber
{
    // Every decimal number of up to 15 digits comes back from a double as it was written.
    private const int ExactDoubleDigits = 15;
    private const double LargestExactInteger = 9007199254740992;

    /// <summary>The first of long, double and decimal that holds a JSON number exactly.</summary>
    /// <param name="text">The number as JSON has it.</param>
    /// <param name="number">The number; null if none of the three holds it exactly.</param>
    /// <returns>False if it lies beyond the range of double.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out object? number)
    {
        number = null;
        var whole = text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
        var chars = Encoding.ASCII.GetString(text);
        if (whole && long.TryParse(chars, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            number = integer;
            return true;
        }

        var real = double.Parse(chars, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(real) || !TryNormalize(chars, out var normal))
            return false;
        // A whole number that is too long for long reads better as a decimal than as 1E+20.
        if (whole && TryExactDecimal(chars, normal, out var exact))
            number = exact;
        else if (text.Length <= ExactDoubleDigits && !chars.Contains('e', StringComparison.OrdinalIgnoreCase) || TextOf(real) is var shortest && TryNormalize(shortest, out var read) && read == normal)
            number = real;
        else if (TryExactDecimal(chars, normal, out exact))
            number = exact;
        return true;
    }

    public static bool TryGetInt64(object? plain, out long value)
    {
        switch (plain)
        {
            case long integer:
                value = integer;
                return true;
            case double real when Math.Abs(real) <= LargestExactInteger:
                value = (long)real;
                return value == real;
            case double or decimal when TryGetDecimal(plain, out var exact) && exact == decimal.Truncate(exact) && exact is >= long.MinValue and <= long.MaxValue:
                value = (long)exact;
                return true;
            default:
                value = 0;
                return false;
        }
    }

    public static bool TryGetDouble(object? plain, out double value)
    {
        switch (plain)
        {
            case long integer:
                value = integer;
                return true;
            case double real:
                value = real;
                return true;
            case decimal exact:
                value = (double)exact;
                return true;
            case JsonElement { ValueKind: JsonValueKind.Number } other:
                return other.TryGetDouble(out value);
            default:
                value = 0;
                return false;
        }
    }

    public static bool TryGetDecimal(object? plain, out decimal value)
    {
        switch (plain)
        {
            case long integer:
                value = integer;
                return true;
            case decimal exact:
                value = exact;
                return true;
            case double real when TryNormalize(TextOf(real), out var normal):
                return TryExactDecimal(TextOf(real), normal, out value);
            default:
                value = 0;
                return false;
        }
    }

    public static bool IsNumber(object? plain) => plain is long or double or decimal or JsonElement { ValueKind: JsonValueKind.Number };

    public static bool AreEqual(object left, object right) =>
        left is long a && right is long b ? a == b : TryNormalize(left, out var x) && TryNormalize(right, out var y) && x == y;

    /// <inheritdoc cref="TryNormalize(ReadOnlySpan{char}, out string)"/>
    public static bool TryNormalize(object number, out string normal) => TryNormalize(TextOf(number), out normal);

    private static bool TryExactDecimal(string text, string normal, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && TryNormalize(value.ToString(CultureInfo.InvariantCulture), out var read) && read == normal;

    private static string TextOf(object number) => number is JsonElement element
        ? element.GetRawText()
        : ((IFormattable)number).ToString(number is double ? "R" : null, CultureInfo.InvariantCulture);

    /// <summary>One text for each value: digits without zeros at either end, and the exponent of the last one.</summary>
    /// <returns>False if the exponent is out of all proportion.</returns>
    private static bool TryNormalize(ReadOnlySpan<char> text, out string normal)
    {
        normal = "0";
        var exponent = 0L;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0 && !long.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return false;
        var mantissa = e < 0 ? text : text[..e];
        var negative = mantissa[0] == '-';
        mantissa = negative ? mantissa[1..] : mantissa;
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (point >= 0)
            exponent -= mantissa.Length - point - 1;
        var significant = digits.AsSpan().TrimStart('0').TrimEnd('0');
        if (significant.IsEmpty)
            return true;
        exponent += digits.Length - digits.AsSpan().TrimEnd('0').Length;
        normal = string.Create(CultureInfo.InvariantCulture, $"{(negative ? "-" : "")}{significant}e{exponent}");
        return true;
    }
}
