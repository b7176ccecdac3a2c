using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Runtime.Tests.Json;

/// <summary>Random JSON, as text, so that the ways to write one value differ too.</summary>
internal static class JsonTexts
{
    public static readonly Gen<string> Text =
        Gen.ArrayOf(Gen.Frequency((8, Gen.Choose(' ', '~')), (2, Gen.Choose(0, 0x1F)), (2, Gen.Choose(0xA0, 0xD7FF)), (1, Gen.Choose(0x10000, 0x10FFFF))))
            .Select(points => string.Concat(points.Select(char.ConvertFromUtf32)));

    private static readonly Gen<string> Digits =
        Gen.Choose(1, 40).SelectMany(length => Gen.ArrayOf(Gen.Choose('0', '9'), length)).Select(digits => string.Concat(digits.Select(d => (char)d)));

    private static readonly Gen<string> Integer =
        from sign in Gen.Elements("", "-")
        from digits in Digits
        select sign + (digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0");

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => n.ToString(CultureInfo.InvariantCulture)),
        Gen.Elements("0", "-0", "0.0", "1.0", "1e2", "1E+20", "100000000000000000000", "0.1", "123456789.123456789", "1e-400", "9223372036854775808", "-9223372036854775808", "1.7976931348623157e308", "79228162514264337593543950335"),
        Integer,
        Integer.SelectMany(i => Digits.Select(d => $"{i}.{d}")),
        Integer.SelectMany(i => Digits.SelectMany(d => Gen.Choose(-340, 260).Select(e => $"{i}.{d}e{e}"))));

    /// <summary>Any value.</summary>
    public static readonly Gen<string> Value = Gen.Sized(size => ValueOf(Math.Min(size, 30)));

    /// <summary>Any object.</summary>
    public static readonly Gen<string> Object = Gen.Sized(size => ObjectOf(Math.Min(size, 30)));

    public static string Quote(string text, bool escape) =>
        escape ? JsonSerializer.Serialize(text) : JsonSerializer.Serialize(text, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Gen<string> ValueOf(int size)
    {
        var leaf = Gen.OneOf(Gen.Elements("null", "true", "false"), Number, Text.SelectMany(text => Gen.Elements(true, false).Select(escape => Quote(text, escape))));
        return size < 2
            ? leaf
            : Gen.Frequency((3, leaf), (1, ObjectOf(size / 2)), (1, Gen.ListOf(ValueOf(size / 3)).Select(items => $"[{string.Join(" ,\n", items)}]")));
    }

    private static Gen<string> ObjectOf(int size) =>
        from names in Gen.ListOf(Text)
        let distinct = names.Distinct().Take(12).ToArray()
        from values in Gen.ListOf(ValueOf(size / 2), distinct.Length)
        select $"{{{string.Join(",", distinct.Zip(values, (name, value) => $" {Quote(name, name.Length % 2 == 0)} : {value}"))}}}";
}
