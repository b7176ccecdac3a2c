using System.Text.Json;

namespace Hooks.Runtime.Tests.Tables;

public class TableJsonTests
{
    [Fact]
    public void EverySettingOfEveryHookIsThere()
    {
        var table = new DescribedTable(
            ["Acme", "Lib"],
            new HookDescriptor
            {
                Point = HookPoints.Get(HookPoint.ToolError),
                Name = "mend",
                DeclaringType = "Acme.Guards",
                Method = "Mend",
                Assembly = "Acme",
                Description = "Tries once more.",
                Priority = 10,
                Tools = "@fetch",
                After = "first | second",
                Before = "last",
                TimeoutMilliseconds = 250,
                Retries = 2,
                CircuitBreaker = true,
                GivesVerdict = true,
                IsAsynchronous = true,
                TakesCancellationToken = true,
            });

        var context = typeof(ToolCallContext).FullName;
        Assert.Equal(
            $$"""
            {
              "assemblies": [
                "Acme",
                "Lib"
              ],
              "hooks": [
                {
                  "point": {
                    "name": "ToolError",
                    "event": "tool.error",
                    "context": "{{context}}",
                    "is_custom": false,
                    "is_blocking": true,
                    "allowed": [
                      "continue",
                      "skipped",
                      "modified",
                      "cancel",
                      "replace",
                      "retry"
                    ]
                  },
                  "name": "mend",
                  "declaring_type": "Acme.Guards",
                  "method": "Mend",
                  "assembly": "Acme",
                  "description": "Tries once more.",
                  "priority": 10,
                  "tools": "@fetch",
                  "after": [
                    "first",
                    "second"
                  ],
                  "before": [
                    "last"
                  ],
                  "on_failure": "default",
                  "failure_policy": "continue",
                  "timeout_milliseconds": 250,
                  "retries": 2,
                  "background": false,
                  "circuit_breaker": true,
                  "gives_verdict": true,
                  "is_asynchronous": true,
                  "takes_cancellation_token": true
                }
              ]
            }
            """,
            table.ToJson());
    }

    [Fact]
    public void EverySettingOfADescriptorHasAMember()
    {
        using var json = JsonDocument.Parse(DescribedTable.Of(DescribedTable.Hook("n")).ToJson());
        var members = json.RootElement.GetProperty("hooks")[0].EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

        var settings = typeof(HookDescriptor).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        Assert.Equal(settings.Order(StringComparer.Ordinal), members);
    }

    [Fact]
    public void WhatIsNotGivenIsNullOrEmpty()
    {
        using var json = JsonDocument.Parse(DescribedTable.Of(DescribedTable.Hook("n")).ToJson());
        var hook = json.RootElement.GetProperty("hooks")[0];

        Assert.Equal(JsonValueKind.Null, hook.GetProperty("tools").ValueKind);
        Assert.Equal(JsonValueKind.Null, hook.GetProperty("description").ValueKind);
        Assert.Equal(0, hook.GetProperty("after").GetArrayLength());
        Assert.Equal("block", hook.GetProperty("failure_policy").GetString());
    }

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void NamesComeBackAsTheyWere(string name)
    {
        var text = new DescribedTable([name], DescribedTable.Hook(name)).ToJson();

        using var json = JsonDocument.Parse(text);
        // JSON holds no lone surrogates; they become the replacement character.
        var expected = name.Replace('\ud800', '\ufffd');
        Assert.Equal(expected, json.RootElement.GetProperty("hooks")[0].GetProperty("name").GetString());
        Assert.Equal(expected, json.RootElement.GetProperty("assemblies")[0].GetString());
        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('\u001b', text);
    }
}
