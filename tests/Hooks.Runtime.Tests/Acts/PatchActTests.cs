namespace Hooks.Runtime.Tests.Acts;

/// <summary>A patch is read as the agents' patch tool reads it: no file that it touches is missed.</summary>
public sealed class PatchActTests
{
    [Fact]
    public void A_patch_has_all_its_files() =>
        Assert.Equal(
            "Create new.txt: hello\n; Edit old.txt [same\nbefore\n>same\nafter\n] [x\n>]; Rename to.txt was from.txt; Delete gone.txt",
            Describe("*** Begin Patch\n*** Add File: new.txt\n+hello\n*** Update File: old.txt\n@@ class A\n same\n-before\n+after\n@@\n-x\n*** End of File\n*** Update File: from.txt\n*** Move to: to.txt\n*** Delete File: gone.txt\n*** End Patch\n"));

    [Fact]
    public void Empty_lines_and_a_here_document_are_no_part_of_it() =>
        Assert.Equal("Create a: x\n; Delete b; Edit c [y\n>]", Describe("<<'EOF'\n*** Begin Patch\n\n*** Add File: a\n+x\n\n*** Delete File: b\n \t\n*** Update File: c\n\n@@\n-y\n\n*** End Patch\nEOF\n"));

    [Fact]
    public void Stars_in_the_file_are_of_the_file() =>
        Assert.Equal("Edit a.md [***\n*** b ***\n>***\n*** Delete File: c\n]", Describe("*** Update File: a.md\n@@\n ***\n-*** b ***\n+*** Delete File: c\n"));

    [Fact]
    public void Lines_may_end_as_on_Windows() =>
        Assert.Equal("Create a: x\n; Delete b", Describe("*** Begin Patch\r\n*** Add File: a\r\n+x\r\n*** Delete File: b\r\n*** End Patch\r\n"));

    [Fact]
    public void A_path_does_not_end_where_only_some_would_end_a_line() =>
        Assert.Equal("Delete safe\u2028/../etc", Describe("*** Delete File: safe\u2028/../etc"));

    [Theory]
    [InlineData("*** Delete File: safe\r/../../etc/passwd")]
    [InlineData("*** Delete File: a\f/b")]
    [InlineData("*** Delete File: ")]
    [InlineData("*** Delete File: a\n*** Add File: \n+x")]
    [InlineData("*** Delete File:  a")]
    [InlineData("*** Update File: a\n*** Move to:  b\n@@\n-x")]
    [InlineData("*** Delete File: file:///a")]
    [InlineData("*** Delete File: a\n*** Rename File: b")]
    [InlineData("*** Update File: a\n*** Move to: b\n*** Move to: c\n@@\n-x")]
    [InlineData("*** Update File: a\n*** Move to:  \n@@\n-x")]
    [InlineData("*** Delete File: a\n*** Move to: b")]
    [InlineData("*** Add File: a\n+x\n\uFEFF*** Delete File: b")]
    [InlineData("*** Begin Patch\n\uFEFF*** Delete File: b\n*** Add File: a\n+x")]
    [InlineData("*** Update File: a\n@@\n-x\n\t*** Delete File: b")]
    [InlineData("*** Update File: a\n@@\n-x\n *** Delete File: b")]
    [InlineData("*** Add File: a\n+x\n--- c\n+++ c")]
    [InlineData("*** Delete File: a\n+x")]
    [InlineData("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n+y")]
    [InlineData("")]
    public void A_patch_with_a_part_that_cannot_be_read_cannot_be_read(string patch) =>
        Assert.StartsWith("unreadable Edit: ", Describe(patch), StringComparison.Ordinal);

    [Fact]
    public void Nor_can_one_that_is_out_of_all_proportion() =>
        Assert.Equal("unreadable Edit: the patch is longer than 4 MiB", Describe("*** Delete File: a\n" + new string('x', 4 * 1024 * 1024)));

    private static string Describe(string patch) =>
        Calls.Describe(new ToolCallContext { ToolName = "apply_patch", Arguments = new() { ["input"] = patch } }.GetAct());
}
