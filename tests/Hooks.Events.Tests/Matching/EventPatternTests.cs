namespace Hooks.Events.Tests.Matching;

public class EventPatternTests
{
    /// <summary>The examples of the guide of system E (rs-llmspell), whose code did otherwise, and what it left open.</summary>
    [Theory]
    [InlineData("agent.*", "agent.started", true)]
    [InlineData("agent.*", "agent.execution.started", false)]
    [InlineData("agent.**", "agent.execution.started", true)]
    [InlineData("agent.**", "agent.error", true)]
    [InlineData("agent.**", "agent", true)]
    [InlineData("agent.**", "agents", false)]
    [InlineData("agent.?.started", "agent.1.started", true)]
    [InlineData("agent.?.started", "agent.12.started", false)]
    [InlineData("agent.[123].started", "agent.1.started", true)]
    [InlineData("agent.[123].started", "agent.4.started", false)]
    [InlineData("agent.[1-3a].started", "agent.2.started", true)]
    [InlineData("agent.[1-3a].started", "agent.a.started", true)]
    [InlineData("agent.[a-].started", "agent.-.started", true)]
    [InlineData("{agent,tool}.started", "tool.started", true)]
    [InlineData("{agent,tool}.started", "workflow.started", false)]
    [InlineData("{agent.started,tool.*}.x", "agent.started.x", true)]
    [InlineData("{agent}.x", "agent.x", true)]
    [InlineData("{agent}.x", "{agent}.x", false)]
    [InlineData("**.error", "workflow.stage.error", true)]
    [InlineData("**.error", "error", true)]
    [InlineData("*.error", "tool.error", true)]
    [InlineData("*.error", "a.b.error", false)]
    [InlineData("workflow.*.error", "workflow.s1.error", true)]
    [InlineData("**", "anything", true)]
    [InlineData("a.{**,b}.c", "a.x.y.c", true)]
    [InlineData("**", "any.thing.at.all", true)]
    [InlineData("a.**.b.**.c", "a.b.c", true)]
    [InlineData("a.**.b.**.c", "a.x.y.b.z.c", true)]
    [InlineData("a.**.b.**.c", "a.x.c", false)]
    [InlineData("a*b.c", "ab.c", true)]
    [InlineData("a*b.c", "axxb.c", true)]
    [InlineData("a*b.c", "ax.b.c", false)]
    [InlineData("*a*a*", "bab", false)]
    [InlineData("*a*a*", "baab", true)]
    [InlineData("?", "\U0001F600", true)]
    [InlineData("[\U0001F600\U0001F601]", "\U0001F601", true)]
    [InlineData("[\U0001F600-\U0001F610]", "\U0001F605", true)]
    [InlineData("Tool.*", "tool.x", false)]
    [InlineData("e\u0301", "\u00e9", false)]
    [InlineData("tool.call", "tool.call", true)]
    public void A_pattern_means_what_the_documents_say(string pattern, string type, bool matches)
    {
        Assert.Equal(matches, EventPattern.Parse(pattern).IsMatch(type));
        var index = new PatternIndex<object, object[]>((_, found) => [.. found], 16);
        index.Add([pattern], "x");
        Assert.Equal(matches, index.Find(type).Length == 1);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a..b", 2)]
    [InlineData(".a", 0)]
    [InlineData("a.", 1)]
    [InlineData("a.b**.c", 3)]
    [InlineData("a.***", 2)]
    [InlineData("{*}*", 1)]
    [InlineData("a.{*,x}*", 3)]
    [InlineData("a.*{*}", 2)]
    [InlineData("**.a.**.b.**", 10)]
    [InlineData("a.[bc", 2)]
    [InlineData("a.b]", 3)]
    [InlineData("a.[]", 2)]
    [InlineData("a.[!b]", 3)]
    [InlineData("a.[c-a]", 3)]
    [InlineData("a.[b.c]", 2)]
    [InlineData("a.[*]", 3)]
    [InlineData("{a,b", 0)]
    [InlineData("a}", 1)]
    [InlineData("{a,{b,c}}", 3)]
    [InlineData("{a,}", 3)]
    [InlineData("{,a}", 1)]
    [InlineData("{}", 1)]
    [InlineData("{a,b}.{a,b}.{a,b}.{a,b}.{a,b}.{a,b}.{a,b}", 36)]
    [InlineData("x.{a..b,c}", 5)]
    [InlineData("a b", 1)]
    [InlineData("a.\u0007", 2)]
    [InlineData("1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17", 39)]
    public void A_malformed_pattern_is_refused_with_its_character(string pattern, int position)
    {
        var error = Assert.Throws<EventPatternException>(() => EventPattern.Parse(pattern));
        Assert.Equal(position, error.Position);
        Assert.Equal(pattern, error.Pattern);
        Assert.Contains($"(at character {position + 1})", error.Message, StringComparison.Ordinal);
        Assert.False(EventPattern.TryParse(pattern, out _, out var tried));
        Assert.Equal(error.Message, tried.Message);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_with_its_character() =>
        Assert.Equal(2, Assert.Throws<EventPatternException>(() => EventPattern.Parse("a.\ud83d")).Position);

    [Fact]
    public void A_pattern_of_more_than_255_characters_is_refused() =>
        Assert.Equal(255, Assert.Throws<EventPatternException>(() => EventPattern.Parse(new string('a', 256))).Position);

    [Fact]
    public void Prefix_and_suffix_go_across_segments_and_exact_means_one_type()
    {
        Assert.True(EventPattern.Prefix("stress.").IsMatch("stress.test.1"));
        Assert.True(EventPattern.Prefix("str").IsMatch("stress.test.1"));
        Assert.False(EventPattern.Prefix("stress.").IsMatch("stress"));
        Assert.True(EventPattern.Suffix("est.1").IsMatch("stress.test.1"));
        Assert.False(EventPattern.Suffix("stress.test.1.2").IsMatch("stress.test.1"));
        Assert.True(EventPattern.Exact("a.b").IsMatch("a.b"));
        Assert.Throws<ArgumentException>(() => EventPattern.Exact("a.*"));
        Assert.Equal(3, Assert.Throws<EventPatternException>(() => EventPattern.Prefix("abc*")).Position);
        Assert.Throws<EventPatternException>(() => EventPattern.Suffix(""));
    }

    [Fact]
    public void A_regular_expression_matches_the_whole_type()
    {
        Assert.True(EventPattern.Regex("a|ab").IsMatch("ab"));
        Assert.True(EventPattern.Regex(@"tool\.[a-z]+").IsMatch("tool.bash"));
        Assert.False(EventPattern.Regex(@"tool").IsMatch("tool.bash"));
        Assert.False(EventPattern.Regex(@"bash").IsMatch("tool.bash"));
        Assert.True(EventPattern.Regex("(?x) a . c  # a comment)").IsMatch("abc"));
        Assert.False(EventPattern.Regex("(?x)ab#c").IsMatch("abc"));
        Assert.True(EventPattern.Regex("ab#c").IsMatch("ab#c"));
    }

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData("(?=a)b")]
    [InlineData("(?<!a)b")]
    [InlineData("(?>a)b")]
    [InlineData("(a")]
    [InlineData("a)(b")]
    [InlineData("[z-a]")]
    [InlineData("")]
    [InlineData("(((a{100}){100}){100}){100}")]
    public void A_regular_expression_that_could_hang_or_is_none_is_refused(string expression) =>
        Assert.Throws<EventPatternException>(() => EventPattern.Regex(expression));

    [Theory]
    [InlineData("(a+)+")]
    [InlineData(@"(\w+\s?)*")]
    [InlineData("(a|aa)+")]
    public void Expressions_that_make_others_hang_are_done_in_steps_that_the_type_bounds(string expression) =>
        Assert.False(EventPattern.Regex(expression).IsMatch(new string('a', 254) + "!"));
}
