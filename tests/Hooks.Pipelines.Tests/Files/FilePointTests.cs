using FsCheck;
using FsCheck.Fluent;
using Hooks.Runtime.Tests.Json;
using Hooks.Shared;

namespace Hooks.Pipelines.Tests.Files;

/// <summary>File points, read from what agents give their file tools.</summary>
public sealed class FilePointTests
{
    private static readonly HookPoint[] Points = [HookPoint.FileRead, HookPoint.FileWrite, HookPoint.FileEdit, HookPoint.FileDelete, HookPoint.FileChanged];
    private readonly HookDispatcher _hooks = new(new EmptyTable());
    private readonly List<string> _told = [];
    private readonly List<FileContext> _files = [];

    public FilePointTests()
    {
        foreach (var point in Points)
        {
            _hooks.Observe<FileContext>(point, file =>
            {
                _told.Add($"{point} {file.Operation} {file.Path}");
                _files.Add(file);
            });
        }
    }

    [Theory]
    [InlineData("Read", """{"file_path":"/a","offset":3}""", "FileRead Read /a")]
    [InlineData("read_file", """{"absolute_path":"/a"}""", "FileRead Read /a")]
    [InlineData("view", """{"path":"/a"}""", "FileRead Read /a")]
    [InlineData("Write", """{"file_path":"C:\\a b","content":"x"}""", "FileWrite Write C:\\a b", "FileChanged Write C:\\a b")]
    [InlineData("write_file", """{"file_path":"/a","content":"x"}""", "FileWrite Write /a", "FileChanged Write /a")]
    [InlineData("create", """{"path":"/a","file_text":"x"}""", "FileWrite Create /a", "FileChanged Create /a")]
    [InlineData("EDIT", """{"file_path":"/a","old_string":"x","new_string":"y"}""", "FileEdit Edit /a", "FileChanged Edit /a")]
    [InlineData("replace", """{"file_path":"/a","old_string":"x","new_string":"y"}""", "FileEdit Edit /a", "FileChanged Edit /a")]
    [InlineData("Delete", """{"path":"/a"}""", "FileDelete Delete /a", "FileChanged Delete /a")]
    [InlineData("read_many_files", """{"include":["/a","/b"]}""", "FileRead Read /a", "FileRead Read /b")]
    [InlineData("NotebookEdit", """{"notebook_path":"/a.ipynb","new_source":"x"}""", "FileEdit Edit /a.ipynb", "FileChanged Edit /a.ipynb")]
    [InlineData("str_replace_editor", """{"command":"view","path":"/a"}""", "FileRead Read /a")]
    [InlineData("str_replace_editor", """{"command":"str_replace","path":"/a","old_str":"x","new_str":"y"}""", "FileEdit Edit /a", "FileChanged Edit /a")]
    [InlineData("str_replace_editor", """{"command":"create","path":"/a","file_text":"x"}""", "FileWrite Create /a", "FileChanged Create /a")]
    public async Task A_file_tool_tells_what_it_has_done(string tool, string arguments, params string[] told)
    {
        await CallAsync(tool, arguments);

        Assert.Equal(told, _told);
    }

    [Theory]
    [InlineData("Read", "{}")]
    [InlineData("Read", """{"file_path":null}""")]
    [InlineData("Read", """{"file_path":7}""")]
    [InlineData("Read", """{"file_path":["/a"]}""")]
    [InlineData("Read", """{"file_path":""}""")]
    [InlineData("Read", """{"file_path":"   "}""")]
    [InlineData("Read", """{"file_path":"/a\u0000b"}""")]
    [InlineData("Read", """{"file_path":"/a\nb"}""")]
    [InlineData("Read", """{"FILE_PATH":"/a"}""")]
    [InlineData("str_replace_editor", """{"path":"/a"}""")]
    [InlineData("str_replace_editor", """{"command":"undo_edit","path":"/a"}""")]
    [InlineData("apply_patch", """{"input":"rm -rf /"}""")]
    [InlineData("apply_patch", """{"input":"*** Delete File: "}""")]
    [InlineData("Bash", """{"file_path":"/a"}""")]
    public async Task What_is_not_there_or_makes_no_sense_tells_nothing(string tool, string arguments)
    {
        await CallAsync(tool, arguments);

        Assert.Empty(_told);
    }

    [Fact]
    public async Task What_is_out_of_all_proportion_tells_nothing()
    {
        await CallAsync("Read", new HookArguments { ["file_path"] = new string('a', 5000) });
        await CallAsync("apply_patch", new HookArguments { ["input"] = "*** Delete File: a\n" + new string('x', 5 * 1024 * 1024) });

        Assert.Empty(_told);
    }

    [Fact]
    public async Task Of_a_patch_of_too_many_files_deletions_are_told_first_and_that_it_was_cut_is_reported()
    {
        var reports = new List<HookReport>();
        var hooks = new HookDispatcher(new EmptyTable(), new() { OnReport = reports.Add });
        hooks.Observe<FileContext>(HookPoint.FileChanged, file => _told.Add($"{file.Operation} {file.Path}"));
        var patch = string.Concat(Enumerable.Range(0, 1000).Select(i => $"*** Add File: {i}\n+x\n")) + "*** Delete File: important.db\n*** End Patch\n";
        await hooks.InvokeToolAsync(new() { ToolName = "apply_patch", Arguments = new() { ["input"] = patch } }, (_, _) => new("done"));

        Assert.Equal((1000, "Delete important.db"), (_told.Count, _told[0]));
        Assert.Equal(HookReportKind.Abandoned, Assert.Single(reports).Kind);
    }

    [Fact]
    public async Task The_last_file_of_a_patch_is_told_with_its_content_and_an_indented_section_is_one()
    {
        await CallAsync("apply_patch", new HookArguments { ["input"] = "*** Begin Patch\n  *** Delete File: gone.txt\n*** Add File: new.txt\n+hello\n+world\n*** End Patch\n" });

        Assert.Equal(["FileDelete Delete gone.txt", "FileChanged Delete gone.txt", "FileWrite Create new.txt", "FileChanged Create new.txt"], _told);
        Assert.Equal("hello\nworld\n", _files[^1].Content);
    }

    /// <summary>Readers of patches differ: some take it for a line of the file, some for the next section.</summary>
    [Fact]
    public async Task Of_a_patch_in_which_an_indented_line_might_be_a_section_nothing_is_told_and_that_is_reported()
    {
        var reports = new List<HookReport>();
        var hooks = new HookDispatcher(new EmptyTable(), new() { OnReport = reports.Add });
        hooks.Observe<FileContext>(HookPoint.FileChanged, file => _told.Add(file.Path));
        var patch = "*** Update File: doc.md\n@@\n *** Delete File: example\n-a\n+b\n";
        await hooks.InvokeToolAsync(new() { ToolName = "apply_patch", Arguments = new() { ["input"] = patch } }, (_, _) => new("done"));

        Assert.Empty(_told);
        Assert.Equal(HookReportKind.Abandoned, Assert.Single(reports).Kind);
    }

    [Fact]
    public void Whatever_the_arguments_are_reading_them_never_fails() =>
        Prop.ForAll(
            (from tool in Gen.Elements(AgentTools.All.ToArray())
             from name in Gen.Elements(AgentToolArguments.File.Concat(AgentToolArguments.Content).Concat(AgentToolArguments.OldText).Concat(AgentToolArguments.Patch).Append("command").ToArray())
             from value in JsonTexts.Value
             select (Tool: tool.Name, Arguments: $"{{\"{name}\":{value}}}")).ToArbitrary(),
            sample => FileAccesses.Of(new() { ToolName = sample.Tool, Arguments = HookArguments.Parse(sample.Arguments) }, out _).Count <= 1).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public async Task A_patch_tells_of_each_of_its_files()
    {
        await CallAsync("apply_patch", new HookArguments
        {
            ["input"] = """
                *** Begin Patch
                *** Add File: new.txt
                +hello
                +world
                *** Update File: old.txt
                @@ class A
                 same
                -before
                +after
                *** Update File: from.txt
                *** Move to: to.txt
                *** Delete File: gone.txt
                *** End Patch
                """,
        });

        Assert.Equal(
            [
                "FileWrite Create new.txt", "FileChanged Create new.txt", "FileEdit Edit old.txt", "FileChanged Edit old.txt",
                "FileEdit Rename to.txt", "FileChanged Rename to.txt", "FileDelete Delete gone.txt", "FileChanged Delete gone.txt",
            ],
            _told);
        Assert.Equal("hello\nworld\n", _files[0].Content);
        Assert.Equal([new("same\nbefore\n", "same\nafter\n")], _files[2].Replacements!);
        Assert.Equal("from.txt", _files[4].PreviousPath);
    }

    [Fact]
    public async Task The_context_says_what_was_written_replaced_and_read()
    {
        await CallAsync("Write", """{"file_path":"/a","content":"text"}""");
        await CallAsync("Edit", """{"file_path":"/a","old_string":"x","new_string":"y"}""");
        await CallAsync("Read", """{"file_path":"/a"}""");

        Assert.Equal("text", _files[0].Content);
        Assert.Equal([new("x", "y")], _files[2].Replacements!);
        Assert.Equal(("result", "7", "/work"), (_files[4].Content, _files[4].CallId, _files[4].WorkingDirectory));
    }

    [Fact]
    public async Task A_withheld_result_is_not_told_by_way_of_the_file()
    {
        _hooks.Register<ToolCallContext>(HookPoint.ToolResultReady, _ => HookResult.Cancel("secret"));
        await CallAsync("Read", """{"file_path":"/a"}""");

        Assert.Null(Assert.Single(_files).Content);
    }

    [Fact]
    public async Task A_call_that_was_denied_or_has_failed_has_done_nothing()
    {
        await _hooks.InvokeToolAsync(Call("Read", HookArguments.Parse("""{"file_path":"/a"}""")), (_, _) => throw new InvalidOperationException());
        _hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => HookResult.Cancel("no"));
        await CallAsync("Read", """{"file_path":"/a"}""");

        Assert.Empty(_told);
    }

    [Fact]
    public async Task The_arguments_are_those_that_the_tool_was_given()
    {
        _hooks.Register<ToolCallContext>(HookPoint.BeforeToolCall, call =>
        {
            call.Arguments["file_path"] = "/safe";
            return HookResult.Modified;
        });
        await CallAsync("Read", """{"file_path":"/a"}""");

        Assert.Equal(["FileRead Read /safe"], _told);
    }

    [Fact]
    public async Task A_servers_tool_of_the_same_name_is_none_of_these()
    {
        await _hooks.InvokeToolAsync(new() { ToolName = "Read", ServerName = "remote", Arguments = HookArguments.Parse("""{"file_path":"/a"}""") }, (_, _) => new("result"));

        Assert.Empty(_told);
    }

    [Fact]
    public void Every_tool_that_the_groups_name_for_files_is_one_and_no_other() =>
        Assert.Equal(
            ToolGroups.BuiltIn.Where(group => group.Group is "@read" or "@edit").SelectMany(group => group.Tools).Order(StringComparer.Ordinal),
            ToolGroups.BuiltIn.SelectMany(group => group.Tools).Where(tool => FileAccesses.IsOfFileTool(new() { ToolName = tool })).Order(StringComparer.Ordinal));

    private static ToolCallContext Call(string tool, HookArguments arguments) => new() { ToolName = tool, Arguments = arguments, CallId = "7", WorkingDirectory = "/work" };

    private Task CallAsync(string tool, string arguments) => CallAsync(tool, HookArguments.Parse(arguments));

    private async Task CallAsync(string tool, HookArguments arguments) => await _hooks.InvokeToolAsync(Call(tool, arguments), (_, _) => new("result"));
}
