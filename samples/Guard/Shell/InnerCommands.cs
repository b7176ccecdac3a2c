namespace Guard.Shell;

/// <summary>Finds what a command makes other programs run: with <c>sudo</c>, <c>xargs</c>, <c>find -exec</c>, <c>bash -c</c>, <c>eval</c> and the like.</summary>
internal static class InnerCommands
{
    public static void AddTo(ScriptBuilder found, ShellCommand command)
    {
        CheckVariables(found, command.Assignments.Select(assignment => assignment.Name));
        if (command.Words.Count == 0)
            return;
        if (command.Name is not { } name)
            found.Fail("only the shell knows which program it runs");
        else if (Wrapper.Find(name) is { } wrapper)
            AddWrapped(found, command, wrapper);
        else if (Shells.IsShell(name))
            Shells.AddScript(found, command);
        else if (InlineCode.IsIn(command))
            found.HasInlineCode = true;
        else
            AddOther(found, command, name);
    }

    private static void AddOther(ScriptBuilder found, ShellCommand command, string name)
    {
        switch (name)
        {
            case "eval":
                if (command.Arguments.All(word => word.IsLiteral))
                    ShellReader.ReadAll(string.Join(' ', command.Arguments.Select(word => word.Text)), command.Scope, found, isConditional: true);
                else
                    found.Fail("it evaluates text that only the shell knows");
                break;
            case "trap" when command.Words is [_, { IsLiteral: true } handler, ..]:
                if (handler.Text is not ("" or "-") && !handler.IsOption)
                    ShellReader.ReadAll(handler.Text, command.Scope, found, isConditional: true);
                break;
            case "source" or "." when command.Words is not [_, { IsLiteral: true }, ..] and not [_, { IsHome: true, IsKnown: true }, ..]:
                found.Fail("it runs a script of which only the shell knows the name");
                break;
            case "export" or "declare" or "typeset" or "local" or "readonly":
                CheckVariables(found, command.Arguments.Select(word => word.Text.Split('=')[0]));
                break;
            case "find":
                FindSearch.AddActions(found, command);
                break;
            case "trap" or "alias" or "enable" or "cmd" or "start" or "start-process" or "saps" or "invoke-command" or "icm" or "iex" or "invoke-expression" or "parallel" or "watch" or "su" or "script" or "chroot" or "nsenter" or "unshare" or "strace" or "expect" or "at" or "batch" or "crontab":
                found.Fail($"it uses '{name}', which makes other commands of text");
                break;
        }
    }

    private static void AddWrapped(ScriptBuilder found, ShellCommand command, Wrapper wrapper)
    {
        var words = command.Words;
        if (command.Name == "command" && words is [_, { Text: "-v" or "-V" }, ..])
            return;
        var at = wrapper.IndexOfProgram(words);
        if (at < 0)
        {
            found.Fail($"an option of '{command.Name}' is not known");
            return;
        }

        if (wrapper.SetsVariables)
            CheckVariables(found, words.Take(at).Skip(1).Select(word => word.Text.Split('=')[0]));
        if (at == words.Count)
        {
            if (command.Name == "sudo" && (command.Source is not null || command.Input is not null))
                found.Fail("a shell runs what comes through a pipe");
            return;
        }

        ShellWord[] inner = [.. words.Skip(at)];
        if (command.Name != "xargs")
            found.Add(command.With(inner));
        else
            AddForEach(found, command, inner, [.. words.Take(at)]);
    }

    // What is read is unknown, unless it is the names that a search in a known place has found.
    private static void AddForEach(ScriptBuilder found, ShellCommand command, ShellWord[] inner, ShellWord[] options)
    {
        IReadOnlyList<ShellWord> read = command.Source is { Name: "find" } search ? FindSearch.Results(search) : [ShellWord.Unknown];
        var isReplaced = options.Any(option => option.Text.StartsWith("-I", StringComparison.Ordinal) || option.Text.StartsWith("--replace", StringComparison.Ordinal));
        foreach (var one in read)
        {
            var words = isReplaced ? inner.Select(word => word.Text == "{}" ? one : word.IsLiteral && !word.Text.Contains("{}", StringComparison.Ordinal) && IsBraces(options) ? word : ShellWord.Unknown) : inner.Append(one);
            found.Add(command.With([.. words]));
        }
    }

    private static bool IsBraces(ShellWord[] options) => options.Any(option => option.Text is "{}" or "-I{}" or "--replace" or "--replace={}");

    // With these, programs that are started, or the paths that this guard reads, mean something else.
    private static void CheckVariables(ScriptBuilder found, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (name is "HOME" or "CDPATH" or "IFS" or "ENV" or "BASH_ENV" or "GIT_DIR" or "GIT_WORK_TREE" or "LD_PRELOAD" or "SHELLOPTS" or "BASHOPTS"
                || name.StartsWith("GIT_CONFIG", StringComparison.Ordinal) || name.StartsWith("DYLD_", StringComparison.Ordinal) || name.StartsWith("BASH_FUNC", StringComparison.Ordinal))
                found.Fail($"it sets '{name}'");
        }
    }
}
