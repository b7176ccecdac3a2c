using System.Text;
using System.Text.RegularExpressions;

namespace Hooks.Commands.Http.Tests.Serving;

/// <summary><c>serve</c> as it is typed.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-serve-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_says_where_it_listens_answers_and_ends_when_told()
    {
        var file = Path.Combine(_folder, "token");
        using var stop = new CancellationTokenSource();
        using var output = new SignalledOutput();
        var error = new StringWriter();
        var run = HttpCommandHost.RunAsync(["serve", "--token-file", file], GeneratedHooks.CreateDispatcher(), new() { Output = output, Error = error }, stop.Token);
        var address = Regex.Match(await output.FirstLine, @"^Listening on (http://127\.0\.0\.1:\d+)$").Groups[1].Value;
        Assert.NotEqual("", address);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await File.ReadAllTextAsync(file)).Trim());

        using var response = await client.PostAsync(address + "/claude/PreToolUse", new StringContent(Payloads.Shell("deny: no"), Encoding.UTF8, "application/json"));

        Assert.Contains("\"no\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("a new token", error.ToString(), StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(0, await run);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address));
    }

    [Theory]
    [InlineData("serve --port 70000 --token-file F", 2, "from 0 to 65535")]
    [InlineData("serve --port x --token-file F", 2, "cannot take 'x' for --port")]
    [InlineData("serve --deadline 0 --token-file F", 2, "from 1 to 3600000")]
    [InlineData("serve --at-once 0 --token-file F", 2, "from 1 to 1024")]
    [InlineData("serve --listen 0.0.0.0", 2, "no option '--listen'")]
    [InlineData("serve --token-file no/such/folder", 2, "no/such/folder")]
    [InlineData("swerve", 2, "serve")]
    public async Task Wrong_usage_is_told(string args, int exitCode, string message)
    {
        var (code, _, error) = await RunAsync(args.Replace(" F", " " + Path.Combine(_folder, "token"), StringComparison.Ordinal).Split(' '));

        Assert.Equal(exitCode, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        await using var server = await RunningServer.StartAsync();

        var (code, output, error) = await RunAsync("serve", "--port", $"{server.Port}", "--token-file", Path.Combine(_folder, "token"));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($"Port {server.Port} of 127.0.0.1 and ::1 cannot be had", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_has_it_and_the_other_verbs_and_the_command_are_there()
    {
        Assert.Contains("serve     ", (await RunAsync("--help")).Output, StringComparison.Ordinal);
        Assert.Contains("--token-file FILE", (await RunAsync("serve", "--help")).Output, StringComparison.Ordinal);
        Assert.Contains("PreToolUse", (await RunAsync("describe", "--host", "claude")).Output, StringComparison.Ordinal);
        Assert.Equal(Payloads.Denied, (await RunAsync("--host", "claude", "--event", "PreToolUse")).Output);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var code = await HttpCommandHost.RunAsync(args, GeneratedHooks.CreateDispatcher(), new() { Input = new MemoryStream(), Output = output, Error = error });
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Tells when a line was written.</summary>
    private sealed class SignalledOutput : MemoryStream
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> FirstLine => _line.Task;

        public override void Flush()
        {
            if (Encoding.UTF8.GetString(ToArray()).IndexOf('\n') is >= 0 and var end)
                _line.TrySetResult(Encoding.UTF8.GetString(ToArray(), 0, end));
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flush();
            return Task.CompletedTask;
        }
    }
}
