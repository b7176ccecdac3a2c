namespace Hooks.Pipelines.Tests.Models;

/// <summary>A streamed answer: what goes out when, and what each verdict makes of it.</summary>
public sealed class StreamTests
{
    private readonly HookDispatcher _hooks = new(new EmptyTable());
    private readonly List<string> _told = [];

    [Fact]
    public async Task Without_hooks_pieces_pass_as_they_come()
    {
        Piece[] pieces = [new("a"), new(null, "tool"), new(""), new("b"), new(null, "usage")];

        Assert.Equal(pieces, await Piece.ReadAsync(Stream(Piece.Stream(pieces))));
    }

    [Fact]
    public async Task A_piece_goes_out_before_the_next_has_come()
    {
        _hooks.Observe<ModelCallContext>(HookPoint.AfterModelCall, _ => { });
        var more = new TaskCompletionSource();
        await using var reader = Stream(Source(), new() { HoldBack = 3 }).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("first", reader.Current.Text);
        more.SetResult();
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("second", reader.Current.Text);
        Assert.False(await reader.MoveNextAsync());

        async IAsyncEnumerable<Piece> Source()
        {
            yield return new("first");
            await more.Task;
            yield return new("second");
        }
    }

    [Fact]
    public async Task Start_pieces_end_and_the_whole_answer_are_told_in_their_order()
    {
        _hooks.Observe<ModelCallContext>(HookPoint.BeforeModelCall, _ => _told.Add("before"));
        _hooks.Observe<ModelCallContext>(HookPoint.StreamStart, _ => _told.Add("start"));
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk => _told.Add($"{chunk.Index}:{chunk.Text}{(chunk.IsFinal ? "." : "")}"));
        _hooks.Observe<ModelCallContext>(HookPoint.StreamEnd, call => _told.Add($"end {call.ResponseText}"));
        _hooks.Observe<ModelCallContext>(HookPoint.AfterModelCall, call => _told.Add($"after {call.ResponseText}"));

        Assert.Equal("abcdef", await Piece.ReadTextAsync(Stream(Piece.Texts("abc", "def"), new() { HoldBack = 2 })));
        Assert.Equal(["before", "start", "0:abc", "1:bcdef", "2:ef.", "end abcdef", "after abcdef"], _told);
    }

    [Fact]
    public async Task What_is_no_text_stays_behind_the_text_before_it()
    {
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => { });
        var pieces = await Piece.ReadAsync(Stream(Piece.Stream([new(null, "role"), new("abcdef"), new(null, "tool"), new("ghi"), new(null, "usage")]), new() { HoldBack = 2 }));

        Assert.Equal("abcdefghi", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(["role", "tool", "usage"], pieces.Select(piece => piece.Other).OfType<string>());
        Assert.Equal("role", pieces[0].Other);
        Assert.StartsWith("abcdef", string.Concat(pieces.TakeWhile(piece => piece.Other != "tool").Select(piece => piece.Text)));
        Assert.Equal("usage", pieces[^1].Other);
    }

    [Fact]
    public async Task Text_of_another_kind_does_not_go_on_with_the_text_before_it()
    {
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk => _told.Add($"{chunk.Kind}:{chunk.Text}"));
        var pieces = await Piece.ReadAsync(Stream(Piece.Stream([new("a", Kind: "reasoning"), new("b", Kind: "text")])));

        Assert.Equal([("a", "reasoning"), ("b", "text")], pieces.Select(piece => (piece.Text, piece.Kind)));
        Assert.Equal(["reasoning:a", "reasoning:a", "text:b", "text:b"], _told);
    }

    [Fact]
    public async Task A_denied_call_streams_its_reason()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Cancel("no"));

        Assert.Equal("(no)", await Piece.ReadTextAsync(Stream(Piece.Texts("never"))));
    }

    [Fact]
    public async Task A_value_streams_in_place_of_the_answer()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Replace("canned"));

        Assert.Equal("canned", await Piece.ReadTextAsync(Stream(Piece.Texts("never"))));
    }

    [Fact]
    public async Task A_piece_can_be_replaced_or_withheld()
    {
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk => chunk.Text switch
        {
            "b" => HookResult.Replace("B"),
            "c" => HookResult.Cancel("[no]"),
            _ => HookResult.Continue,
        });

        Assert.Equal("aB[no]d", await Piece.ReadTextAsync(Stream(Piece.Texts("a", "b", "c", "d"), new() { HoldBack = 0 })));
    }

    [Fact]
    public async Task The_reason_of_several_pieces_withheld_in_a_row_is_given_once()
    {
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk => chunk.Text is "b" or "c" ? HookResult.Cancel("[no]") : HookResult.Continue);

        Assert.Equal("a[no]d[no]", await Piece.ReadTextAsync(Stream(Piece.Texts("a", "b", "c", "d", "b"), new() { HoldBack = 0 })));
    }

    [Fact]
    public async Task A_hook_that_fails_withholds()
    {
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, HookResult (_) => throw new InvalidOperationException("secret"));
        var text = await Piece.ReadTextAsync(Stream(Piece.Texts("<1>", "<2>")));

        Assert.Contains("failed", text);
        Assert.DoesNotContain("<", text);
        Assert.DoesNotContain("secret", text);
    }

    [Fact]
    public async Task The_last_of_an_answer_waits_for_the_judgement_of_the_whole()
    {
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => { });
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call => call.ResponseText!.Contains("bad", StringComparison.Ordinal) ? HookResult.Cancel("bad") : HookResult.Continue);

        Assert.Equal("abcd(bad)", await Piece.ReadTextAsync(Stream(Piece.Texts("abcd", "bad"), new() { HoldBack = 3 })));
    }

    [Theory]
    [InlineData("abcd, bad", "abcd, ***")]
    [InlineData("bad, abcd", "bad, a")]
    public async Task A_change_to_the_whole_reaches_what_is_not_out_yet(string text, string output)
    {
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => { });
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call =>
        {
            call.ResponseText = call.ResponseText!.Replace("bad", "***");
            return HookResult.Modified;
        });

        Assert.Equal(output, await Piece.ReadTextAsync(Stream(Piece.Texts(text), new() { HoldBack = 3 })));
    }

    [Fact]
    public async Task Held_back_as_a_whole_an_answer_can_be_called_for_again()
    {
        var calls = 0;
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call => call.ResponseText == "first" ? HookResult.Retry() : HookResult.Continue);
        var text = await Piece.ReadTextAsync(_hooks.StreamModelAsync(
            new() { Model = "m" }, (_, _) => Piece.Texts(calls++ == 0 ? "first" : "second"), new PieceFormat { HoldBack = int.MaxValue }));

        Assert.Equal(("second", 2), (text, calls));
    }

    [Fact]
    public async Task Once_it_has_begun_to_go_out_it_is_not_called_for_again_and_the_rest_is_withheld()
    {
        var calls = 0;
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => { });
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, _ => HookResult.Retry());
        var text = await Piece.ReadTextAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (_, _) =>
        {
            calls++;
            return Piece.Texts("abcdef");
        }, new PieceFormat { HoldBack = 2 }));

        Assert.Equal(1, calls);
        Assert.StartsWith("abcd(", text);
        Assert.DoesNotContain("ef(", text);
    }

    [Fact]
    public async Task A_hook_that_does_not_like_the_first_piece_gets_another_answer()
    {
        var calls = 0;
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk => chunk.Text.StartsWith("no", StringComparison.Ordinal) ? HookResult.Retry() : HookResult.Continue);
        var text = await Piece.ReadTextAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (_, _) => Piece.Texts(calls++ == 0 ? ["no", "thing"] : ["some", "thing"]), new PieceFormat()));

        Assert.Equal(("something", 2), (text, calls));
    }

    [Fact]
    public async Task A_hook_that_never_likes_it_gets_no_more_answers_than_the_options_say()
    {
        var calls = 0;
        _hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => HookResult.Retry(maxAttempts: 100));
        var text = await Piece.ReadTextAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (_, _) =>
        {
            calls++;
            return Piece.Texts("no");
        }, new PieceFormat()));

        Assert.Equal((4, "the answer was called for too often, and none was accepted"), (calls, text));
    }

    [Fact]
    public async Task An_error_of_the_model_is_thrown_to_the_reader_after_what_was_out()
    {
        var error = new InvalidOperationException("broken off");
        _hooks.Observe<ModelCallContext>(HookPoint.StreamEnd, call => _told.Add($"{call.ResponseText} {call.Error?.Message}"));
        var read = new List<string?>();
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var piece in Stream(Source()))
                read.Add(piece.Text);
        });

        Assert.Same(error, thrown);
        Assert.Equal(["a"], read);
        Assert.Equal(["a broken off"], _told);

        async IAsyncEnumerable<Piece> Source()
        {
            yield return new("a");
            await Task.Yield();
            throw error;
        }
    }

    [Fact]
    public async Task Whoever_stops_reading_cancels_the_call_and_its_end_is_told()
    {
        _hooks.Observe<ModelCallContext>(HookPoint.StreamEnd, call => _told.Add(call.Error is OperationCanceledException ? "broken off" : "complete"));
        var isCancelled = false;
        await foreach (var piece in _hooks.StreamModelAsync(new() { Model = "m" }, (_, token) => Source(token), new PieceFormat()))
        {
            Assert.Equal("a", piece.Text);
            break;
        }

        Assert.True(isCancelled);
        Assert.Equal(["broken off"], _told);

        async IAsyncEnumerable<Piece> Source([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
        {
            try
            {
                yield return new("a");
                yield return new("b");
                await new TaskCompletionSource().Task.WaitAsync(token);
            }
            finally
            {
                isCancelled = token.IsCancellationRequested;
            }
        }
    }

    [Fact]
    public async Task A_cancelled_reader_is_told_so_by_its_own_token()
    {
        using var cancelling = new CancellationTokenSource();
        var stream = _hooks.StreamModelAsync(new() { Model = "m" }, (_, token) => Endless(token), new PieceFormat(), cancelling.Token);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in stream)
                await cancelling.CancelAsync();
        });

        Assert.Equal(cancelling.Token, error.CancellationToken);

        static async IAsyncEnumerable<Piece> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
        {
            while (true)
            {
                yield return new("a");
                await Task.Yield();
                token.ThrowIfCancellationRequested();
            }
        }
    }

    [Fact]
    public async Task A_redirected_answer_streams_and_is_judged()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model == "m" ? HookResult.Redirect("n") : HookResult.Continue);
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call => call.ResponseText == "bad" ? HookResult.Cancel("withheld") : HookResult.Continue);
        _hooks.Observe<StreamChunkContext>(HookPoint.ModelStreamChunk, _ => { });
        var good = await Piece.ReadTextAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (call, _) => Piece.Texts("of ", call.Model!), new PieceFormat()));
        var bad = await Piece.ReadTextAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (_, _) => Piece.Texts("b", "ad"), new PieceFormat()));

        Assert.Equal(("of n", "(withheld)"), (good, bad));
    }

    [Fact]
    public async Task The_branches_of_a_fork_do_not_stream_and_one_of_them_is_passed_on()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model == "m" ? HookResult.Fork([new("a"), new("b")], HookForkMerge.FirstSuccess) : HookResult.Continue);
        var text = await Piece.ReadTextAsync(_hooks.StreamModelAsync(new() { Model = "m" }, (call, _) => Piece.Texts("of ", call.Model!), new PieceFormat()));

        Assert.Contains(text, new[] { "of a", "of b" });
    }

    [Fact]
    public async Task A_hit_is_passed_on_as_it_was()
    {
        var calls = 0;
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(1)));
        for (var i = 0; i < 2; i++)
        {
            var text = await Piece.ReadTextAsync(_hooks.StreamModelAsync(new() { Model = "m", SessionId = "1" }, (_, _) =>
            {
                calls++;
                return Piece.Texts("a", "b");
            }, new PieceFormat()));
            Assert.Equal("ab", text);
        }

        Assert.Equal(1, calls);
    }

    private IAsyncEnumerable<Piece> Stream(IAsyncEnumerable<Piece> source, PieceFormat? format = null) =>
        _hooks.StreamModelAsync(new() { Model = "m" }, (_, _) => source, format ?? new());
}
