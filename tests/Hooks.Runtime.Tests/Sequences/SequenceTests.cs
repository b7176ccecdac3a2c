using FsCheck;
using FsCheck.Fluent;
using Own = Hooks.Sequences.Sequence;

namespace Hooks.Runtime.Tests.Sequences;

/// <summary>The runtime's own queries give what those of System.Linq give, whose names they have: whoever moves code from one to the other need not look.</summary>
public class SequenceTests
{
    private static readonly Gen<int[]> Numbers = Gen.Choose(-3, 6).ArrayOf();

    [Fact]
    public void Queries_give_what_those_of_Linq_give() =>
        Prop.ForAll(Numbers.ToArbitrary(), Numbers.ToArbitrary(), Gen.Choose(-2, 8).ToArbitrary(), (source, others, number) =>
        {
            Same(source.Select(item => item * 2), Own.Select(source, item => item * 2));
            Same(source.Select((item, at) => item * at), Own.Select(source, (item, at) => item * at));
            Same(source.SelectMany(item => others.Take(item)), Own.SelectMany(source, item => others.Take(item)));
            Same(source.Where(item => item > number), Own.Where(source, item => item > number));
            Same(source.Where((item, at) => item > at), Own.Where(source, (item, at) => item > at));
            Same(source.Concat(others), Own.Concat(source, others));
            Same(source.Distinct(), Own.Distinct(source));
            Same(source.Skip(number), Own.Skip(source, number));
            Same(source.Take(number), Own.Take(source, number));
            Same(source.Zip(others), Own.Zip(source, others));
            Same(source.Order(), Own.Order(source));

            // Equal keys tell whether they stay in their order.
            Same(source.Select((item, at) => (item, at)).OrderBy(each => each.item), Own.OrderBy(source.Select((item, at) => (item, at)), each => each.item));
            Same(source.GroupBy(item => item % 3).Select(group => (group.Key, string.Join(' ', group))), Own.GroupBy(source, item => item % 3).Select(group => (group.Key, string.Join(' ', group))));

            Assert.Equal(source.Any(), Own.Any(source));
            Assert.Equal(source.Any(item => item == number), Own.Any(source, item => item == number));
            Assert.Equal(source.All(item => item > number), Own.All(source, item => item > number));
            Assert.Equal(Enumerable.Contains(source, number), Own.Contains(source, number));
            Assert.Equal(Enumerable.SequenceEqual(source, others), Own.SequenceEqual(source, others));
            Assert.True(Own.SequenceEqual(source, [.. source]));
            Assert.Equal(source.Aggregate("", (text, item) => text + item), Own.Aggregate(source, "", (text, item) => text + item));
            Assert.Equal(source.Count(item => item > number), Own.Count(source, item => item > number));
            Assert.Equal(source.Sum(item => (long)item), Own.Sum(source, item => item));
            Assert.Equal(source.FirstOrDefault(), Own.FirstOrDefault(source));
            Assert.Equal(source.FirstOrDefault(item => item > number), Own.FirstOrDefault(source, item => item > number));
            Same(source, Own.ToArray(source));
            Same(source, Own.ToList(source));
            if (source.Length == 0)
            {
                Assert.Throws<InvalidOperationException>(() => Own.Max(source, item => item));
                Assert.Throws<InvalidOperationException>(() => Own.First(source));
                return true;
            }

            Assert.Equal(source.Max(item => -item), Own.Max(source, item => -item));
            Assert.Equal(source.First(), Own.First(source));
            return true;
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Texts_are_compared_as_they_are_told_to_be()
    {
        object?[] mixed = ["b", 1, null, "A", "a", "B"];
        var texts = Own.OfType<string>(mixed);

        Same(mixed.OfType<string>(), texts);
        Same(["b", "A"], Own.Distinct(texts, StringComparer.OrdinalIgnoreCase));
        Same(["A", "B", "a", "b"], Own.Order(texts, StringComparer.Ordinal));
        Assert.True(Own.Contains(["b"], "B", StringComparer.OrdinalIgnoreCase));
        Assert.False(Own.Contains(["b"], "B"));
    }

    // Twice: a query is made anew each time it is gone through.
    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> found)
    {
        var all = expected.ToList();
        Assert.Equal(all, found);
        Assert.Equal(all, found);
    }
}
