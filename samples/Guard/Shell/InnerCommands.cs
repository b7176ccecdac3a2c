namespace Guard.Shell;

/// <summary>Finds what a command makes other programs run: with <c>sudo</c>, <c>xargs</c>, <c>find -exec</c>, <c>bash -c</c>, <c>eval</c> and the like.</summary>
internal static class InnerCommands
{
    public static void AddTo(ScriptBuilder found, ShellCommand command)
    {
        CheckVariables(found, command.Assignments.Select(assignment => assignment.Name));
        CheckSubscripts(found, command.Assignments.Select(assignment => assignment.Value));
        if (command.Words.Count == 0)
            return;
        if (command.Name is not { } name || name.Contains('[') && name is not ("[" or "[["))
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
                    ReadAgain(found, command, string.Join(' ', Operands(command).Select(word => word.Text)));
                else
                    found.Fail("it evaluates text that only the shell knows");
                break;
            case "trap" when Operands(command) is [{ IsLiteral: true } handler, ..]:
                if (handler.Text is not ("" or "-") && !handler.IsOption)
                    ReadAgain(found, command, handler.Text);
                break;
            case "source" or "." when Operands(command) is [{ IsLiteral: true } stream, ..] && Shells.IsStream(stream):
                if (command.Input is { IsLiteral: true } input)
                    ReadAgain(found, command, input.Text);
                else
                    found.Fail("a shell runs what it reads");
                break;
            case "source" or "." when command.Words is not [_, { IsLiteral: true }, ..] and not [_, { IsHome: true, IsKnown: true }, ..]:
                found.Fail("it runs a script of which only the shell knows the name");
                break;
            case "let" or "test" or "[" or "[[" or "printf" or "read" or "unset":
                CheckSubscripts(found, command.Arguments);
                break;
            case "export" or "declare" or "typeset" or "local" or "readonly":
                CheckSubscripts(found, command.Arguments);
                CheckVariables(found, command.Arguments.Select(word => word.Text.Split('=')[0]));
                break;
            case "hash" or "compgen" or "mapfile" or "readarray" when command.Arguments.Any(word => word.Text is ['-', not '-', ..] && word.Text.AsSpan().IndexOfAny("pCF") > 0):
                found.Fail($"it uses '{name}' to make commands of text");
                break;
            case "find":
                FindSearch.AddActions(found, command);
                break;
            case "trap" or "alias" or "enable" or "cmd" or "start" or "start-process" or "saps" or "invoke-command" or "icm" or "iex" or "invoke-expression" or "parallel" or "watch" or "su" or "script" or "chroot" or "nsenter" or "unshare" or "strace" or "expect" or "at" or "batch" or "crontab" or "numactl" or "runuser" or "pkexec" or "systemd-run" or "setarch" or "ltrace" or "wsl":
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

        // The shell's own word goes before whole pipes and blocks.
        ShellWord[] inner = [.. words.Skip(at).SkipWhile(word => command.Name == "time" && word.Text is "!" or "{" or "if" or "while" or "until")];
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

    // eval -- text, trap -- text
    private static IReadOnlyList<ShellWord> Operands(ShellCommand command) => [.. command.Words.Skip(command.Words is [_, { Text: "--" }, ..] ? 2 : 1)];

    private static void ReadAgain(ScriptBuilder found, ShellCommand command, string script) =>
        ShellReader.ReadAll(script, command.Scope, found, isConditional: true, isRepeated: command.IsRepeated);

    // Where a shell reckons with a[...], it runs the commands within.
    private static void CheckSubscripts(ScriptBuilder found, IEnumerable<ShellWord> words)
    {
        foreach (var word in words)
        {
            if (word.Text.IndexOf('[') is var at and > 0 && (char.IsAsciiLetterOrDigit(word.Text[at - 1]) || word.Text[at - 1] == '_')
                && (word.Text.IndexOf("$(", at, StringComparison.Ordinal) > 0 || word.Text.IndexOf('`', at) > 0))
                found.Fail("it has a command within an index");
        }
    }

    // With these, programs that are started, or the paths that this guard reads, mean something else.
    private static void CheckVariables(ScriptBuilder found, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (name is "HOME" or "CDPATH" or "IFS" or "ENV" or "BASH_ENV" or "GIT_DIR" or "GIT_WORK_TREE" or "LD_PRELOAD" or "SHELLOPTS" or "BASHOPTS" or "PS4" or "PROMPT_COMMAND" or "GIT_SSH_COMMAND" or "GIT_EXTERNAL_DIFF"
                || name.StartsWith("GIT_CONFIG", StringComparison.Ordinal) || name.StartsWith("DYLD_", StringComparison.Ordinal) || name.StartsWith("BASH_FUNC", StringComparison.Ordinal))
                found.Fail($"it sets '{name}'");
        }
    }
}
