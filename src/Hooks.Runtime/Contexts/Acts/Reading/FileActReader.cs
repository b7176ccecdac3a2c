using Hooks.Shared;
using Names = Hooks.Shared.AgentToolArguments;

namespace Hooks;

/// <summary>
/// Reads what is done to files. Some agents show one tool under the name of another, so that it is the arguments that say in which form
/// a change comes; a call with arguments of two forms is not read, because the agent would go by one of them only.
/// </summary>
internal static class FileActReader
{
    public static ReadAct ReadRead(ActArguments read)
    {
        var areMany = read.Has(Names.Files);
        if (areMany)
            read.Refuse(Names.File);
        return new(areMany ? read.Paths(Names.Files) : [read.Path(Names.File)])
        {
            Offset = read.Figure(Names.Offset) ?? Line(read, 0),
            Limit = read.Figure(Names.Limit) ?? Length(read),
        };
    }

    public static EditAct ReadDelete(ActArguments read) => new([new(FileOperation.Delete, read.Path(Names.File))]);

    public static ToolAct ReadChange(ActArguments read, AgentToolAction action)
    {
        // A tool that writes whole files has no commands, and writes whatever one of them says.
        if (action == AgentToolAction.Edit && IsEditorCommand(read.Value(Names.EditorCommand) as string))
            return ReadCommanded(read);
        if (read.Has(Names.EditorCommand) || read.Has(Names.Patch))
            return ReadPatch(read);
        return read.Has(Names.Content) || action != AgentToolAction.Edit && !IsReplacing(read)
            ? ReadWrite(read, action == AgentToolAction.Create)
            : ReadReplacements(read);
    }

    private static bool IsEditorCommand(string? command) => command is "view" or "create" or "str_replace" or "edit" or "insert";

    private static bool IsReplacing(ActArguments read) =>
        read.Has(Names.OldText) || read.Has(Names.NewText) || read.Has(Names.InsertedText) || read.Has(Names.Edits);

    private static ToolAct ReadCommanded(ActArguments read)
    {
        read.Refuse(Names.Patch, Names.Edits);
        switch (read.Text(Names.EditorCommand))
        {
            case "view":
                read.Refuse(Names.Content, Names.OldText, Names.NewText, Names.InsertedText);
                return ReadRead(read);
            case "create":
                return ReadWrite(read, isNew: true);
            default:
                return ReadReplacements(read);
        }
    }

    private static WriteAct ReadWrite(ActArguments read, bool isNew)
    {
        read.Refuse(Names.OldText, Names.NewText, Names.InsertedText, Names.Edits);
        return new(read.Path(Names.File), read.Text(Names.Content)) { IsNew = isNew };
    }

    private static EditAct ReadReplacements(ActArguments read)
    {
        read.Refuse(Names.Content);
        return new([new(FileOperation.Edit, read.Path(Names.File)) { Replacements = Replacements(read) }]);
    }

    private static IReadOnlyList<FileReplacement> Replacements(ActArguments read)
    {
        if (read.Has(Names.Edits))
        {
            read.Refuse(Names.OldText, Names.NewText, Names.InsertedText);
            return ManyReplacements(read);
        }

        if (read.Has(Names.InsertedText))
        {
            read.Refuse(Names.OldText, Names.NewText);
            return [new("", read.Text(Names.InsertedText))];
        }

        // What is inserted has no old text, and only a command says that this is meant.
        var isInserted = read.Value(Names.EditorCommand) is "insert";
        if (isInserted)
            read.Refuse(Names.OldText);
        return [new(isInserted ? "" : read.Text(Names.OldText), read.Text(Names.NewText))];
    }

    private static List<FileReplacement> ManyReplacements(ActArguments read)
    {
        var replacements = new List<FileReplacement>();
        if (read.Value(Names.Edits) is not IReadOnlyList<object?> { Count: > 0 } edits)
        {
            read.Fail("'edits' is not a list of replacements");
            return replacements;
        }

        foreach (var edit in edits)
        {
            if (edit is not HookArguments arguments)
            {
                read.Fail("'edits' is not a list of replacements");
                return replacements;
            }

            var one = new ActArguments(arguments);
            one.Refuse(Names.File);
            replacements.Add(new(one.Text(Names.OldText), one.Text(Names.NewText)));
            if (one.Mistake is { } mistake)
                read.Fail($"in 'edits', {mistake}");
        }

        return replacements;
    }

    private static EditAct ReadPatch(ActArguments read)
    {
        read.Refuse(Names.File, Names.Content, Names.OldText, Names.NewText, Names.InsertedText, Names.Edits);
        var isOne = !(read.Has(Names.EditorCommand) && read.Has(Names.Patch));
        if (!isOne)
            read.Fail("more than one patch");
        var changes = PatchReader.Read(read.Text(read.Has(Names.Patch) ? Names.Patch : Names.EditorCommand), out var mistake);
        if (mistake is not null)
            read.Fail(mistake);
        return new(changes);
    }

    private static long? Line(ActArguments read, int index) =>
        read.Value(Names.Lines) is IReadOnlyList<object?> { Count: 2 } lines && PlainNumber.TryGetInt64(lines[index], out var line) ? line : null;

    private static long? Length(ActArguments read)
    {
        var first = read.Figure(Names.Offset) ?? Line(read, 0) ?? 1;
        return (read.Figure(Names.LastLine) ?? Line(read, 1)) is { } last && first is >= 0 and <= int.MaxValue && last >= first ? last - first + 1 : null;
    }
}
