using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Commands.Tests.Invoking;

/// <summary>Times in payloads, as agents write them.</summary>
public class PayloadTimeTests
{
    [Theory]
    [InlineData("2026-11-21T09:30:00Z", "2026-11-21T09:30:00.0000000+00:00")]
    [InlineData("2026-11-21T09:30:00.123Z", "2026-11-21T09:30:00.1230000+00:00")]
    [InlineData("2026-11-21T09:30:00.123456789Z", "2026-11-21T09:30:00.1234567+00:00")]
    [InlineData("2026-11-21T01:30:00+02:30", "2026-11-21T01:30:00.0000000+02:30")]
    [InlineData("2024-02-29t23:59:59.5-05:00", "2024-02-29T23:59:59.5000000-05:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+14:00", "9999-12-31T23:59:59.9999999+14:00")]
    public void A_time_is_read(string text, string expected) =>
        Assert.Equal(expected, PayloadTime.Read(text)?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21T09:30:00")]
    [InlineData("2026-11-21 09:30:00Z")]
    [InlineData("2026-13-21T09:30:00Z")]
    [InlineData("2026-02-29T09:30:00Z")]
    [InlineData("2026-00-01T09:30:00Z")]
    [InlineData("2026-11-21T24:00:00Z")]
    [InlineData("2026-11-21T09:60:00Z")]
    [InlineData("2026-11-21T09:30:61Z")]
    [InlineData("2026-11-21T09:30:00.Z")]
    [InlineData("2026-11-21T09:30:00+15:00")]
    [InlineData("2026-11-21T09:30:00+14:01")]
    [InlineData("2026-11-21T09:30:00-14:59")]
    [InlineData("2026-11-21T09:30:00Z and more")]
    [InlineData("+026-11-21T09:30:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void Anything_else_is_no_time(string text) => Assert.Null(PayloadTime.Read(text));

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("yesterday")]
    [InlineData("2026-11-21T09:30:00")]
    public void An_event_goes_on_without_a_time_that_cannot_be_read(string text) =>
        Assert.Equal("s", ContextReader.ReadEvent(HostPayload.Parse(CodingAgent.GeminiCli, "BeforeTool", $$"""{"session_id":"s","timestamp":"{{text}}"}""")).SessionId);

    [Fact]
    public void It_reads_what_the_framework_writes() => Prop.ForAll(
        ArbMap.Default.ArbFor<DateTimeOffset>(),
        time => JsonSerializer.Serialize(time).Trim('"').Replace("\\u002B", "+", StringComparison.Ordinal) is var text && PayloadTime.Read(text) is { } read && read.EqualsExact(time)).QuickCheckThrowOnFailure();
}
