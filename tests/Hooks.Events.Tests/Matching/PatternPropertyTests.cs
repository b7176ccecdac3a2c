using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Events.Tests.Matching;

public class PatternPropertyTests
{
    [Fact]
    public void The_index_finds_what_a_naive_matcher_finds_while_patterns_come_and_go()
    {
        var (matched, all) = (0, 0);
        Prop.ForAll(Scenes.ToArbitrary(), scene =>
        {
            var index = NewIndex();
            var patterns = scene.Patterns.Where(text => EventPattern.TryParse(text, out _, out _)).Select(EventPattern.Parse).ToList();
            for (var i = 0; i < patterns.Count; i++)
                index.Add([patterns[i]], Named(i));

            // Found twice, because the second time the cache answers.
            Compare();
            Compare();
            var gone = patterns.Where((_, i) => i % 2 == 0).ToList();
            for (var i = 0; i < patterns.Count; i += 2)
                index.Remove([patterns[i]], Named(i));
            Compare(i => i % 2 == 1);
            for (var i = 1; i < patterns.Count; i += 2)
                index.Remove([patterns[i]], Named(i));
            Assert.True(index.IsEmpty);
            return true;

            void Compare(Func<int, bool>? isThere = null)
            {
                foreach (var type in scene.Types)
                {
                    var expected = patterns.Select((pattern, i) => (pattern, i)).Where(each => isThere?.Invoke(each.i) != false && NaiveMatcher.IsMatch(each.pattern.Text, type)).Select(each => Named(each.i));
                    var found = index.Find(type);
                    Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
                    all += patterns.Count;
                    matched += found.Length;
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

        // Otherwise the texts above would no longer meet.
        Assert.True(matched * 50 > all, $"{matched} of {all} matched");
    }

    [Fact]
    public void A_single_pattern_agrees_with_the_naive_matcher() =>
        Prop.ForAll(PatternTexts.Pattern.ToArbitrary(), PatternTexts.Type.ToArbitrary(), (text, type) =>
            !EventPattern.TryParse(text, out var pattern, out _) || pattern.IsMatch(type) == NaiveMatcher.IsMatch(text, type)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_text_is_a_pattern_that_can_be_indexed_or_is_refused_at_a_character() =>
        Prop.ForAll(PatternTexts.Hostile.ToArbitrary(), text =>
        {
            if (!EventPattern.TryParse(text, out var pattern, out var error))
                return error.Position >= 0 && error.Position <= Math.Max(0, text.Length - 1) && !error.Message.Any(char.IsControl);
            var index = NewIndex();
            index.Add([pattern], "x");
            _ = index.Find("a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a");
            index.Remove([pattern], "x");
            return index.IsEmpty;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Ten_thousand_patterns_of_all_kinds_leave_nothing_behind()
    {
        var index = NewIndex();
        var patterns = Enumerable.Range(0, 10_000).Select(i => (i % 6) switch
        {
            0 => EventPattern.Exact($"exact.{i}"),
            1 => EventPattern.Prefix($"prefix.{i}."),
            2 => EventPattern.Suffix($".suffix.{i}"),
            3 => EventPattern.Parse($"agent.{i}.**"),
            4 => EventPattern.Parse($"{{a{i},b{i}}}.*.[xy]{i}*"),
            _ => EventPattern.Parse($"**.tool.{i}.?"),
        }).ToList();
        for (var i = 0; i < patterns.Count; i++)
            index.Add([patterns[i]], Named(i));
        Assert.Equal([Named(9)], index.Find("agent.9.x.y"));
        Assert.Equal([Named(10)], index.Find("b10.q.y10z"));
        for (var i = 0; i < patterns.Count; i++)
            index.Remove([patterns[i]], Named(i));
        Assert.True(index.IsEmpty);
        Assert.Empty(index.Find("agent.9.x.y"));
    }

    [Fact]
    public void Answers_are_kept_for_a_bounded_number_of_types()
    {
        var made = 0;
        var index = new PatternIndex<string, string[]>((_, found) =>
        {
            made++;
            return [.. found];
        }, cacheCapacity: 100);
        index.Add(["a.*"], "x");
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Single(index.Find($"a.{i}"));
            Assert.Single(index.Find("a.often"));
        }

        Assert.InRange(index.CachedAnswers, 1, 201);
        Assert.Equal(10_001, made);
    }

    [Fact]
    public async Task An_answer_of_before_a_change_does_not_come_back_whoever_asks_meanwhile()
    {
        var index = new PatternIndex<string, string[]>((_, found) => [.. found], cacheCapacity: 4);
        string[] types = [.. Enumerable.Range(0, 10).Select(i => $"a.{i}")];
        using var done = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
                Array.ForEach(types, type => index.Find(type));
        })).ToList();
        try
        {
            for (var i = 0; i < 2000; i++)
            {
                index.Add(["a.*"], "x");
                Assert.All(types, type => Assert.Single(index.Find(type)));
                index.Remove(["a.*"], "x");
                Assert.All(types, type => Assert.Empty(index.Find(type)));
            }
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(asking);
        }
    }

    [Fact]
    public void Worst_patterns_on_a_worst_type_take_steps_that_the_limits_bound()
    {
        var index = NewIndex();
        for (var i = 0; i < 1000; i++)
            index.Add([$"**.a.**.{new string('?', i % 100)}*a*a*a*a*a*b{i}"], Named(i));
        Assert.Empty(index.Find(string.Join('.', Enumerable.Repeat(new string('a', 14), 16))));
    }

    private static Gen<(string[] Patterns, string[] Types)> Scenes =>
        Gen.Choose(1, 30).SelectMany(patterns => PatternTexts.Pattern.ArrayOf(patterns))
            .SelectMany(patterns => PatternTexts.Type.ArrayOf(8).Select(types => (patterns, types)));

    private static PatternIndex<string, string[]> NewIndex() => new((_, found) => [.. found], cacheCapacity: 64);

    private static string Named(int i) => string.Intern($"item {i}");
}
