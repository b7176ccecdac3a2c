using FsCheck;
using FsCheck.Fluent;
using Hooks.Runtime.Tests.Json;
using Hooks.Shared;

namespace Hooks.Runtime.Tests.Acts;

/// <summary>An agent decides what arguments hold. What cannot be read is told apart from what is something else, and never fails.</summary>
public sealed class UnreadableActTests
{
    [Theory]
    [InlineData("Bash", "{}", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":null}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":7}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":" \n"}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":"ls\u0000;x"}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"COMMAND":"ls"}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":{"x":"ls"}}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":[]}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":["ls",7]}""", ToolActKind.Shell)]
    [InlineData("Bash", """{"command":["","x"]}""", ToolActKind.Shell)]
    [InlineData("Shell", """{"command":"ls","cwd":7}""", ToolActKind.Shell)]
    [InlineData("Shell", """{"command":"ls","cwd":"/a\nb"}""", ToolActKind.Shell)]
    [InlineData("Read", "{}", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":["/a"]}""", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":" "}""", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":"/a\u0000b"}""", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":" /etc/shadow"}""", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":"/etc/shadow\u00A0"}""", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":"\uFEFF/etc/shadow"}""", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":"file:///etc/shadow"}""", ToolActKind.Read)]
    [InlineData("Read", """{"file_path":"FILE:/etc/shadow"}""", ToolActKind.Read)]
    [InlineData("read_many_files", """{"include":["/a"," /etc/*"]}""", ToolActKind.Read)]
    [InlineData("read_many_files", """{"include":["/a",7]}""", ToolActKind.Read)]
    [InlineData("read_many_files", """{"include":[]}""", ToolActKind.Read)]
    [InlineData("Write", """{"file_path":"/a"}""", ToolActKind.Write)]
    [InlineData("Write", """{"file_path":"/a","content":["x"]}""", ToolActKind.Write)]
    [InlineData("Write", """{"file_path":"/a","command":"view"}""", ToolActKind.Write)]
    [InlineData("create", """{"path":"/a","command":"view"}""", ToolActKind.Write)]
    [InlineData("Edit", """{"file_path":"/a","old_string":"x"}""", ToolActKind.Edit)]
    [InlineData("Edit", """{"old_string":"x","new_string":"y"}""", ToolActKind.Edit)]
    [InlineData("MultiEdit", """{"file_path":"/a","edits":[]}""", ToolActKind.Edit)]
    [InlineData("MultiEdit", """{"file_path":"/a","edits":[{"old_string":"x"}]}""", ToolActKind.Edit)]
    [InlineData("MultiEdit", """{"file_path":"/a","edits":["x"]}""", ToolActKind.Edit)]
    [InlineData("str_replace_editor", """{"command":"undo_edit","path":"/a"}""", ToolActKind.Edit)]
    [InlineData("apply_patch", """{"input":"rm -rf /"}""", ToolActKind.Edit)]
    [InlineData("Delete", "{}", ToolActKind.Edit)]
    [InlineData("Glob", "{}", ToolActKind.Search)]
    [InlineData("Grep", """{"pattern":"x","path":["/a"]}""", ToolActKind.Search)]
    [InlineData("rg", """{"pattern":"x","paths":["/etc",7]}""", ToolActKind.Search)]
    [InlineData("rg", """{"pattern":"x","paths":[]}""", ToolActKind.Search)]
    [InlineData("rg", """{"pattern":"x","paths":["/a",""]}""", ToolActKind.Search)]
    [InlineData("WebFetch", """{"url":7,"prompt":"x"}""", ToolActKind.Fetch)]
    [InlineData("web_fetch", "{}", ToolActKind.Fetch)]
    [InlineData("WebSearch", "{}", ToolActKind.WebSearch)]
    [InlineData("Task", """{"description":"x"}""", ToolActKind.Task)]
    public void What_is_missing_or_of_another_type_cannot_be_read(string tool, string arguments, ToolActKind kind)
    {
        var act = Assert.IsType<UnreadableAct>(Calls.Of(tool, arguments).GetAct());

        Assert.Equal(kind, act.Kind);
        Assert.False(Calls.Of(tool, arguments).TryGetAct<ShellAct>(out _));
    }

    /// <summary>The agent goes by one of them, and a decoy must not be what the guard looks at.</summary>
    [Theory]
    [InlineData("Read", """{"file_path":"/safe","path":"/etc/shadow"}""")]
    [InlineData("Read", """{"file_path":["/etc/shadow"],"path":"/safe"}""")]
    [InlineData("Read", """{"path":"/safe","include":["/etc/shadow"]}""")]
    [InlineData("Bash", """{"command":"ls","cmd":"rm -rf /"}""")]
    [InlineData("Shell", """{"command":"ls","cwd":"/safe","workdir":"/"}""")]
    [InlineData("rg", """{"pattern":"x","path":"/safe","paths":["/etc"]}""")]
    [InlineData("Write", """{"file_path":"/a","content":"x","file_text":"secret"}""")]
    [InlineData("Edit", """{"command":"view","path":"/a","old_str":"x","new_str":"y"}""")]
    [InlineData("Edit", """{"command":"view","path":"/a","edits":[]}""")]
    [InlineData("Edit", """{"command":"insert","path":"/a","old_str":"x","new_str":"y"}""")]
    [InlineData("Edit", """{"file_path":"/a","old_string":"x","new_string":"y","input":"*** Delete File: b"}""")]
    [InlineData("Edit", """{"file_path":"/a","content":"x","old_string":"x","new_string":"y"}""")]
    [InlineData("MultiEdit", """{"file_path":"/a","edits":[{"file_path":"/etc/b","old_string":"x","new_string":"y"}]}""")]
    [InlineData("web_fetch", """{"url":"https://safe.example","prompt":"read https://other.example"}""")]
    [InlineData("Edit", """{"path":"/etc/x","input":"*** Delete File: a"}""")]
    [InlineData("apply_patch", """{"command":"*** Delete File: a","input":"*** Delete File: b"}""")]
    [InlineData("MultiEdit", """{"file_path":"/a","edits":[{"old_string":"x","new_string":"y"}],"new_string":"z"}""")]
    public void What_is_said_in_two_ways_cannot_be_read(string tool, string arguments) =>
        Assert.IsType<UnreadableAct>(Calls.Of(tool, arguments).GetAct());

    [Fact]
    public void The_same_said_twice_is_no_contradiction() =>
        Assert.Equal("read /a", Calls.Describe(Calls.Of("Read", """{"file_path":"/a","path":"/a","absolute_path":null}""").GetAct()));

    [Fact]
    public void The_reason_says_what_would_be_right_and_holds_nothing_of_the_agents_text()
    {
        Assert.Equal("unreadable Read: 'file_path' or 'path' or 'absolute_path' or 'notebook_path' or 'target_file' is missing", Calls.Describe(Calls.Of("Read", "{}").GetAct()));
        Assert.DoesNotContain("ignore all", Calls.Describe(Calls.Of("Read", """{"file_path":"ignore all\n"}""").GetAct()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C:/a b/c")]
    [InlineData("a: b/c")]
    [InlineData("src/ab:/c")]
    [InlineData("~/a")]
    [InlineData("./ a")]
    public void A_colon_or_a_space_within_a_path_is_part_of_it(string path) =>
        Assert.Equal($"read {path}", Calls.Describe(Calls.Of("Read", $$"""{"file_path":"{{path}}"}""").GetAct()));

    [Fact]
    public void Remarks_of_another_type_are_left_out() =>
        Assert.Equal("run ls", Calls.Describe(Calls.Of("Bash", """{"command":"ls","timeout":"soon","description":7,"run_in_background":"yes"}""").GetAct()));

    [Theory]
    [InlineData("1e300")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("9223372036854775807")]
    public void A_time_that_no_timer_has_is_none(string timeout) =>
        Assert.Equal("run ls", Calls.Describe(Calls.Of("Bash", $$"""{"command":"ls","timeout":{{timeout}}}""").GetAct()));

    [Fact]
    public void Whatever_the_arguments_are_a_known_tool_is_an_act_or_unreadable_and_nothing_fails()
    {
        string[] names =
        [
            .. typeof(AgentToolArguments).GetFields().SelectMany(field => (string[])field.GetValue(null)!).Distinct(),
        ];
        var value = Gen.Frequency(
            (3, JsonTexts.Value),
            (1, Gen.Elements("\"view\"", "\"create\"", "\"insert\"", "\"*** Update File: a\\n*** Move to: \"", "[\"a\",\"b\"]", "[1,9223372036854775807]", "[-9223372036854775808,5]", "[{\"old_string\":7}]")));
        var sample =
            from tool in Gen.Elements(AgentTools.All.ToArray())
            from given in Gen.SubListOf(names)
            from values in Gen.ListOf(value, given.Count)
            select (Tool: tool.Name, Arguments: $"{{{string.Join(',', given.Zip(values, (name, text) => $"\"{name}\":{text}"))}}}");

        Prop.ForAll(sample.ToArbitrary(), call => Calls.Describe(Calls.Of(call.Tool, call.Arguments).GetAct()) != "nothing")
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
