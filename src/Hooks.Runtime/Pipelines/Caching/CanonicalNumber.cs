using System.Globalization;

namespace Hooks;

/// <summary>A number's one text, whatever .NET type holds it: laid out as ECMAScript's <c>Number::toString</c> does.</summary>
internal static class CanonicalNumber
{
    // ECMAScript writes out numbers from 1e-6 up to, not including, 1e21.
    private const int MostWholeDigits = 21;
    private const int MostLeadingZeros = 6;

    public static string Of(object number)
    {
        if (number is long whole)
            return whole.ToString(CultureInfo.InvariantCulture);
        if (!PlainNumber.TryNormalize(number, out var normal))
            throw new ArgumentException($"'{number}' is not a number that arguments hold.", nameof(number));
        return normal == "0" ? normal : LayOut(normal);
    }

    // The normal form is a sign, digits without zeros at either end, "e", and the exponent of the last digit.
    private static string LayOut(string normal)
    {
        var sign = normal[0] == '-' ? "-" : "";
        var e = normal.IndexOf('e', StringComparison.Ordinal);
        var digits = normal[sign.Length..e];
        var exponent = long.Parse(normal.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        // The value is 0.digits times ten to this.
        var point = digits.Length + exponent;
        return sign + point switch
        {
            > 0 and <= MostWholeDigits when exponent >= 0 => digits + new string('0', (int)exponent),
            > 0 and <= MostWholeDigits => $"{digits.AsSpan(0, (int)point)}.{digits.AsSpan((int)point)}",
            > -MostLeadingZeros and <= 0 => $"0.{new string('0', (int)-point)}{digits}",
            _ => $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits.AsSpan(1)}e{(point > 0 ? "+" : "")}{(point - 1).ToString(CultureInfo.InvariantCulture)}",
        };
    }
}
