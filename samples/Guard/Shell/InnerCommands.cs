namespace Guard.Shell;

/// <summary>Finds what a command makes other programs run: with <c>sudo</c>, <c>xargs</c>, <c>find -exec</c>, <c>bash -c</c>, <c>eval</c> and the like.</summary>
internal static class InnerCommands
{
    public static void AddTo(ScriptBuilder found, ShellCommand command)
    {
        foreach (var assignment in command.Assignments)
            CheckVariable(found, command, assignment.Name, assignment.Value);
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
        if (command.Name is { } program)
            Starter.AddTo(found, command, program);
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
                CheckVariables(found, command, command.Arguments);
                break;
            case "hash" or "compgen" or "mapfile" or "readarray" when command.Arguments.Any(word => word.Text is ['-', not '-', ..] && word.Text.AsSpan().IndexOfAny("pCF") > 0):
                found.Fail($"it uses '{name}' to make commands of text");
                break;
            case "find":
                FindSearch.AddActions(found, command);
                break;
            case "trap" or "alias" or "enable" or "cmd" or "start" or "start-process" or "saps" or "invoke-command" or "icm" or "iex" or "invoke-expression" or "parallel" or "watch" or "su" or "script" or "chroot" or "nsenter" or "unshare" or "strace" or "expect" or "at" or "batch" or "crontab" or "schtasks" or "set-alias" or "new-alias" or "import-alias" or "sal" or "nal" or "ipal" or "foreach-object" or "foreach" or "numactl" or "runuser" or "pkexec" or "systemd-run" or "setarch" or "ltrace" or "wsl":
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
            CheckVariables(found, command, words.Take(at).Skip(1));
        if (at == words.Count)
        {
            if (command.Name == "sudo" && (command.Source is not null || command.Input is not null))
                found.Fail("a shell runs what comes through a pipe");
            return;
        }

        // The shell's own word goes before whole pipes and blocks, and before variables.
        ShellWord[] inner = [.. words.Skip(at).SkipWhile(word => command.Name == "time" && (word.Text is "!" or "{" or "if" or "while" or "until" || WordReader.NameOf(word.Text) is not null))];
        if (command.Name == "time")
            CheckVariables(found, command, words.Skip(at).Take(words.Count - at - inner.Length));
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
        foreach (var one in read.TakeWhile(_ => !found.IsExhausted))
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

    private static void CheckVariables(ScriptBuilder found, ShellCommand command, IEnumerable<ShellWord> words)
    {
        foreach (var word in words)
        {
            var equals = word.Text.IndexOf('=');
            CheckVariable(found, command, equals < 0 ? word.Text : word.Text[..equals], equals < 0 ? null : word.From(equals + 1));
        }
    }

    // With these, programs that are started, or the paths that this guard reads, mean something else; or they are commands themselves.
    private static void CheckVariable(ScriptBuilder found, ShellCommand command, string name, ShellWord? value)
    {
        if (name is "HOME" or "CDPATH" or "IFS" or "ENV" or "BASH_ENV" or "GIT_DIR" or "GIT_WORK_TREE" or "LD_PRELOAD" or "SHELLOPTS" or "BASHOPTS" or "PS4" or "PROMPT_COMMAND" or "GIT_EXTERNAL_DIFF" or "TAR_OPTIONS" or "PERL5OPT" or "RUBYOPT"
            || name.StartsWith("GIT_CONFIG", StringComparison.Ordinal) || name.StartsWith("DYLD_", StringComparison.Ordinal) || name.StartsWith("BASH_FUNC", StringComparison.Ordinal)
            || name is "GIT_SSH_COMMAND" && value is not { IsLiteral: true })
            found.Fail($"it sets '{name}'");
        else if (value is not null && name is "GIT_EDITOR" or "GIT_SEQUENCE_EDITOR" or "EDITOR" or "VISUAL" or "PAGER" or "GIT_PAGER" or "MANPAGER" or "GIT_SSH" or "GIT_SSH_COMMAND" or "GIT_ASKPASS" or "GIT_PROXY_COMMAND" or "RSYNC_RSH" or "LESSOPEN" or "LESSCLOSE" or "BROWSER")
            RunText(found, command, value.Text.Length == 0 ? ShellWord.Of(":") : value);
    }

    /// <summary>Reads what a program that is given it runs as a command.</summary>
    public static void RunText(ScriptBuilder found, ShellCommand command, ShellWord text)
    {
        if (text.IsLiteral)
            ReadAgain(found, command, text.Text);
        else
            found.Fail("it runs text that only the shell knows");
    }
}
