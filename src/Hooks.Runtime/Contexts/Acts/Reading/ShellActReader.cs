using System.Text;
using Names = Hooks.Shared.AgentToolArguments;

namespace Hooks;

/// <summary>Reads a command: a command line, or a program with its arguments one by one.</summary>
internal static class ShellActReader
{
    public static ShellAct Read(ActArguments read)
    {
        var arguments = ReadArguments(read);
        return new(arguments is null ? read.Words(Names.Command) : ScriptOf(arguments) ?? Quote(arguments))
        {
            Description = read.Remark(Names.Description),
            Timeout = read.Figure(Names.Timeout) is { } timeout and > 0 and <= int.MaxValue ? TimeSpan.FromMilliseconds(timeout) : null,
            WorkingDirectory = read.PathOrNull(Names.Directory),
            InBackground = read.IsTrue(Names.InBackground) || read.Remark(Names.Mode) is "async" or "detached",
            Arguments = arguments,
        };
    }

    private static IReadOnlyList<string>? ReadArguments(ActArguments read)
    {
        if (read.Value(Names.Command) is not IReadOnlyList<object?> list)
            return null;
        var arguments = new string[list.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (list[i] is string text && !text.Contains('\0'))
                arguments[i] = text;
            else
                read.Fail("not everything in the list of arguments is text");
        }

        if (arguments is [] || string.IsNullOrWhiteSpace(arguments[0]))
            read.Fail("the list of arguments names no program");
        return read.Mistake is null ? arguments : [];
    }

    /// <summary>
    /// The script of <c>bash -lc script</c>. A program of that name elsewhere than where the system has its shells may do anything else
    /// with it, so that the whole line has to be looked at.
    /// </summary>
    private static string? ScriptOf(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var program, ['-', ..] option, var script] || string.IsNullOrWhiteSpace(script))
            return null;
        var name = program.StartsWith("/bin/", StringComparison.Ordinal) ? program[5..] : program.StartsWith("/usr/bin/", StringComparison.Ordinal) ? program[9..] : program;
        return name is "bash" or "sh" or "zsh" or "dash" && option is "-c" or "-lc" ? script : null;
    }

    private static string Quote(IReadOnlyList<string> arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            if (line.Length > 0)
                line.Append(' ');
            if (argument.Length > 0 && argument.All(IsPlain))
                line.Append(argument);
            else
                line.Append('\'').Append(argument.Replace("'", @"'\''", StringComparison.Ordinal)).Append('\'');
        }

        return line.ToString();
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or ':' or '=' or ',' or '+' or '@' or '%';
}
