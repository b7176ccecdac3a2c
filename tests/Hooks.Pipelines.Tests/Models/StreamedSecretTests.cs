using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Pipelines.Tests.Models;

/// <summary>However an answer is split into pieces, hooks see a secret whole before any of it is out.</summary>
public sealed partial class StreamedSecretTests
{
    private static readonly Gen<string> Noise = Gen.ArrayOf(Gen.Elements('a', 'b', ' ', '\n', '-', 's', 'k', '1', '\u00e9')).Select(chars => new string(chars));

    [Fact]
    public void A_secret_that_a_hook_blanks_never_goes_out_and_all_else_does()
    {
        var texts =
            from limit in Gen.Choose(1, 40)
            from secret in Gen.Choose(1, limit).Select(length => string.Concat(Enumerable.Range(0, length).Select(i => (char)('A' + (i % 26)))))
            from parts in Gen.ListOf(Noise)
            from sizes in Gen.NonEmptyListOf(Gen.Choose(0, 9))
            select (Text: string.Join(secret, parts), Secret: secret, Limit: limit, Sizes: sizes);
        Prop.ForAll(texts.ToArbitrary(), sample =>
        {
            var output = Run(sample.Text, sample.Sizes, sample.Limit, text => text.Replace(sample.Secret, "***"));
            return output == sample.Text.Replace(sample.Secret, "***");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Fact]
    public void A_text_that_no_hook_changes_comes_out_as_it_went_in()
    {
        var texts = from text in Noise from sizes in Gen.NonEmptyListOf(Gen.Choose(0, 9)) from limit in Gen.Choose(0, 20) select (text, sizes, limit);
        Prop.ForAll(texts.ToArbitrary(), sample => Run(sample.text, sample.sizes, sample.limit, text => text) == sample.text)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void A_key_of_any_length_is_blanked_to_its_end_though_its_beginning_is_a_key_already()
    {
        // Several close together: while one has to go out, the next has only begun to come.
        var texts =
            from keys in Gen.ListOf(Gen.Choose(6, 30).SelectMany(length => Gen.ArrayOf(Gen.Elements('A', 'B', '7', 'x'), length)).Select(chars => "sk_" + new string(chars)))
            from sizes in Gen.NonEmptyListOf(Gen.Choose(1, 9))
            select (Text: string.Concat(keys.Select((key, i) => $"\nTHE_KEY_NO_{i}={key};")), Sizes: sizes);
        Prop.ForAll(texts.ToArbitrary(), sample =>
        {
            var output = Run(sample.Text, sample.Sizes, 64, text => Key().Replace(text, "[key]"));
            return output == Key().Replace(sample.Text, "[key]");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void A_hook_that_changes_everything_does_not_open_the_way_for_half_a_secret()
    {
        var texts = from parts in Gen.ListOf(Noise) from sizes in Gen.NonEmptyListOf(Gen.Choose(1, 5)) select (Text: string.Join("SECRET", parts), Sizes: sizes);
        Prop.ForAll(texts.ToArbitrary(), sample =>
        {
            var output = Run(sample.Text, sample.Sizes, 6, text => text.ToUpperInvariant().Replace("SECRET", "***"));
            return output == sample.Text.ToUpperInvariant().Replace("SECRET", "***");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Of_a_secret_for_which_a_hook_cancels_no_character_goes_out()
    {
        var texts = from parts in Gen.ListOf(Noise) from sizes in Gen.NonEmptyListOf(Gen.Choose(1, 5)) select (Text: string.Join("QWXYZV", parts), Sizes: sizes);
        Prop.ForAll(texts.ToArbitrary(), sample =>
        {
            var output = Run(sample.Text, sample.Sizes, 6, text => text, text => text.Contains("QWX", StringComparison.Ordinal));
            return output.IndexOfAny(['Q', 'W', 'X', 'Y', 'Z', 'V']) < 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void A_pair_of_surrogates_is_not_split_by_holding_back()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F600", 9));

        foreach (var limit in new[] { 1, 2, 3, 4, 5 })
        {
            var pieces = Pieces(text, [2], limit, judged => judged, _ => false);
            Assert.Equal(text, string.Concat(pieces.Select(piece => piece.Text)));
            Assert.All(pieces, piece => Assert.True(char.IsHighSurrogate(piece.Text![0]) && char.IsLowSurrogate(piece.Text[^1])));
        }
    }

    private static string Run(string text, IReadOnlyList<int> sizes, int limit, Func<string, string> judge, Func<string, bool>? cancels = null) =>
        string.Concat(Pieces(text, sizes, limit, judge, cancels ?? (_ => false)).Select(piece => piece.Text));

    private static List<Piece> Pieces(string text, IReadOnlyList<int> sizes, int limit, Func<string, string> judge, Func<string, bool> cancels)
    {
        var dispatcher = new HookDispatcher(new EmptyTable());
        dispatcher.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk =>
        {
            if (cancels(chunk.Text))
                return HookResult.Cancel("?");
            chunk.Text = judge(chunk.Text);
            return HookResult.Modified;
        });
        return Piece.ReadAsync(dispatcher.StreamModelAsync(new ModelCallContext { Model = "m" }, (_, _) => Piece.Texts(Split(text, sizes)), new PieceFormat { HoldBack = limit }))
            .GetAwaiter().GetResult();
    }

    private static IEnumerable<string> Split(string text, IReadOnlyList<int> sizes)
    {
        for (int at = 0, i = 0; at < text.Length; i++)
        {
            // Sizes of nothing but zero would never end.
            var size = Math.Min(Math.Max(sizes[i % sizes.Count], i % sizes.Count == 0 ? 1 : 0), text.Length - at);
            yield return text.Substring(at, size);
            at += size;
        }
    }

    [GeneratedRegex("sk_[A-Za-z0-9]{6,}")]
    private static partial Regex Key();
}
