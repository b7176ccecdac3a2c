using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Streaming;

/// <summary>However a client cuts its answer into updates and contents, a secret is judged whole and never goes out.</summary>
public sealed class SplitSecretProperties
{
    private const int Tests = 300;

    // No letter of a secret, so that what a test looks for is there only where it was put.
    private static readonly Gen<string> Noise = Gen.ListOf(Gen.Elements("a", " ", "\n", ".", "\u00e9", "\U0001F600")).Select(string.Concat);

    private static readonly Gen<int[]> Sizes = Gen.NonEmptyListOf(Gen.Choose(1, 9)).Select(sizes => sizes.ToArray());

    [Fact]
    public void A_blanked_secret_never_goes_out_and_all_else_does()
    {
        var samples =
            from holdBack in Gen.Choose(1, 40)
            from length in Gen.Choose(1, holdBack)
            from parts in Gen.ListOf(Noise)
            from sizes in Sizes
            from contents in Gen.Choose(1, 3)
            select (Parts: parts, Secret: new string([.. Enumerable.Range(0, length).Select(i => (char)('A' + (i % 26)))]), HoldBack: holdBack, Sizes: sizes, Contents: contents);
        Prop.ForAll(samples.ToArbitrary(), sample =>
        {
            var output = Run(Cut(string.Join(sample.Secret, sample.Parts), sample.Sizes, sample.Contents), sample.HoldBack, text => text.Replace(sample.Secret, "#", StringComparison.Ordinal));
            Assert.DoesNotContain(sample.Secret, output, StringComparison.Ordinal);
            Assert.Equal(string.Join("#", sample.Parts), output);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));
    }

    [Fact]
    public void A_text_without_a_secret_comes_out_unchanged()
    {
        var samples = from text in Noise from holdBack in Gen.Choose(0, 40) from sizes in Sizes from contents in Gen.Choose(1, 3) select (text, holdBack, sizes, contents);
        Prop.ForAll(samples.ToArbitrary(), sample =>
        {
            Assert.Equal(sample.text, Run(Cut(sample.text, sample.sizes, sample.contents), sample.holdBack, text => text.Replace("SECRET", "#", StringComparison.Ordinal)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));
    }

    private static string Run(List<ChatResponseUpdate> updates, int holdBack, Func<string, string> blank)
    {
        using var dispatcher = new Disposing(new(new NoHooks()));
        dispatcher.Hooks.Register<StreamChunkContext>(HookPoint.ModelStreamChunk, chunk =>
        {
            chunk.Text = blank(chunk.Text);
            return HookResult.Modified;
        });
        using var client = new ScriptedClient { Stream = _ => AsStream(updates) }.WithHooks(dispatcher.Hooks, new() { HoldBack = holdBack });
        return string.Concat(client.GetStreamingResponseAsync("?").ToBlockingEnumerable().Select(update => update.Text));
    }

    // Updates with several contents each, one without any in between.
    private static List<ChatResponseUpdate> Cut(string text, int[] sizes, int contents)
    {
        var pieces = new List<AIContent>();
        for (int at = 0, i = 0; at < text.Length; i++)
        {
            var size = Math.Min(sizes[i % sizes.Length], text.Length - at);
            pieces.Add(new TextContent(text.Substring(at, size)));
            at += size;
        }

        return [.. pieces.Chunk(contents).SelectMany(part => new ChatResponseUpdate[] { new(ChatRole.Assistant, [.. part]), new() { Role = ChatRole.Assistant } })];
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> AsStream(List<ChatResponseUpdate> updates)
    {
        foreach (var update in updates)
            yield return update;
        await Task.CompletedTask;
    }

    private sealed class Disposing(HookDispatcher hooks) : IDisposable
    {
        public HookDispatcher Hooks => hooks;

        public void Dispose() => hooks.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
