namespace Hooks.Pipelines.Tests.Models;

/// <summary>What hooks that judge a streamed answer can still do, and what they cannot is reported.</summary>
public sealed class StreamJudgementTests
{
    private static readonly Piece Tool = new(null, "tool");
    private readonly List<HookReport> _reports = [];
    private readonly HookDispatcher _hooks;

    public StreamJudgementTests() => _hooks = new(new EmptyTable(), new() { OnReport = _reports.Add });

    [Theory]
    [InlineData("")]
    [InlineData("hm")]
    public async Task A_secret_with_text_of_another_kind_in_the_middle_does_not_go_out_whole(string between)
    {
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk =>
        {
            chunk.Text = chunk.Text.Replace("SECRET", "***", StringComparison.Ordinal);
            return HookResult.Modified;
        });
        var pieces = await Piece.ReadAsync(Stream(16, new("a SEC", Kind: "text"), new(between, Kind: "reasoning"), new("RET b", Kind: "text")));

        Assert.DoesNotContain("SECRET", string.Concat(pieces.Where(piece => piece.Kind == "text").Select(piece => piece.Text)), StringComparison.Ordinal);
        Assert.EndsWith(" b", pieces[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_goes_on_after_another_kind_goes_out_once()
    {
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => { });
        var pieces = await Piece.ReadAsync(Stream(3, new("abcdef", Kind: "text"), new("why", Kind: "reasoning"), new("ghi", Kind: "text"), new("not", Kind: "reasoning"), new("jkl")));

        Assert.Equal(("abcdefghi", "whynot", "jkl"), (TextOf("text"), TextOf("reasoning"), TextOf(null)));

        string TextOf(string? kind) => string.Concat(pieces.Where(piece => piece.Kind == kind).Select(piece => piece.Text));
    }

    [Fact]
    public async Task Hooks_that_judge_only_the_whole_can_withhold_its_end()
    {
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, _ => HookResult.Cancel("no"));

        Assert.Equal("ab(no)", await Piece.ReadTextAsync(Stream(2, new("a"), new("b"), new("c"), Tool, new("d"))));
    }

    [Fact]
    public async Task They_can_change_it_as_far_as_it_goes_on_and_what_is_no_text_stays()
    {
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call =>
        {
            call.ResponseText = "abXY";
            return HookResult.Modified;
        });
        var pieces = await Piece.ReadAsync(Stream(2, new("a"), new("b"), new("c"), Tool, new("d")));

        Assert.Equal("abXY", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Contains(Tool, pieces);
        Assert.Empty(_reports);
    }

    [Fact]
    public async Task A_change_of_what_is_out_is_reported_and_ends_the_text()
    {
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call =>
        {
            call.ResponseText = "REDACTED";
            return HookResult.Modified;
        });
        var pieces = await Piece.ReadAsync(Stream(2, new("a"), new("b"), new("c"), Tool, new("d")));

        Assert.Equal([new("a"), new("b"), Tool], pieces);
        Assert.Equal(HookReportKind.ResultIgnored, Assert.Single(_reports).Kind);
    }

    [Theory]
    [InlineData(int.MaxValue, "redacted", 0)]
    [InlineData(0, "ab", 1)]
    public async Task Another_response_goes_out_in_place_of_one_of_which_nothing_is_out(int holdBack, string output, int reports)
    {
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call =>
        {
            call.Response = new Piece[] { new("redacted") };
            return HookResult.Modified;
        });

        Assert.Equal(output, await Piece.ReadTextAsync(Stream(holdBack, new("a"), new("b"))));
        Assert.Equal(reports, _reports.Count);
    }

    [Theory]
    [InlineData(HookPoint.BeforeModelCall)]
    [InlineData(HookPoint.AfterModelCall)]
    public async Task Whoever_asks_for_further_answers_the_options_bound_them(HookPoint point)
    {
        var calls = 0;
        _hooks.Register<ModelCallContext>(point, _ => HookResult.Retry(maxAttempts: 100));
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => HookResult.Retry(maxAttempts: 100));
        await Piece.ReadAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (_, _) =>
        {
            calls++;
            return Piece.Texts("no");
        }, new PieceFormat { HoldBack = int.MaxValue }));

        Assert.Equal(4, calls);
        Assert.NotEmpty(_reports);
    }

    [Fact]
    public async Task In_each_branch_of_a_fork_too()
    {
        var calls = new List<string>();
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model == "m" ? HookResult.Fork([new("a"), new("b")], HookForkMerge.All) : HookResult.Continue);
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, _ => HookResult.Retry(maxAttempts: 100));
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => HookResult.Retry(maxAttempts: 100));
        await Piece.ReadAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (call, _) =>
        {
            lock (calls)
                calls.Add(call.Model!);
            return Piece.Texts("no");
        }, new PieceFormat()));

        Assert.Equal([4, 4], calls.GroupBy(model => model).OrderBy(model => model.Key).Select(model => model.Count()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_from_the_cache_is_judged_for_whom_it_goes_to(bool streamed)
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(1), shared: true));
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk => chunk.SessionId == "strict" ? HookResult.Replace("***") : HookResult.Continue);
        if (streamed)
            Assert.Equal("SECRET", await ReadAsync("lax"));
        else
            await _hooks.InvokeModelAsync(new() { Model = "m", SessionId = "lax" }, (_, _) => new("SECRET"));

        Assert.Equal("***", await ReadAsync("strict"));
        Assert.Equal("SECRET", await ReadAsync("lax"));

        Task<string> ReadAsync(string session) => Piece.ReadTextAsync(
            _hooks.StreamModelAsync(new() { Model = "m", SessionId = session }, (_, _) => Piece.Texts("SEC", "RET"), new PieceFormat()));
    }

    private IAsyncEnumerable<Piece> Stream(int holdBack, params Piece[] pieces) =>
        _hooks.StreamModelAsync(new() { Model = "m" }, (_, _) => Piece.Stream(pieces), new PieceFormat { HoldBack = holdBack });
}
