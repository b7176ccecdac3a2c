using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Commands.Tests.Settings;

/// <summary>Settings as people leave them: any indentation, line ends, comments, commas, and entries of all kinds.</summary>
internal static class SettingsTexts
{
    private static readonly string[] Commands =
    [
        "lint", "/opt/guard --host claude --event PreToolUse", "/opt/guard --host claude --event Stop --deadline 1", "/opt/guard --host codex --event Stop",
        "/opt/warden --host claude --event Stop", "/opt/guard --host claude --event Gone",
    ];

    /// <summary>Settings with entries of ours among others.</summary>
    public static Arbitrary<string> Any => Settings(Gen.Elements(Commands)).ToArbitrary();

    /// <summary>Settings without an entry of ours, and without empty ones that a removal could not tell from those that it leaves.</summary>
    public static Arbitrary<string> OfOthers => Settings(Gen.Elements("lint", "/opt/warden --host claude --event Stop")).ToArbitrary();

    private static Gen<string> Settings(Gen<string> commands) =>
        from style in Style
        from before in Members(style, Gen.Elements("1", "\"a // b\"", "[1, 2]", "null", "{\"hooks\": 1}"), "permissions", "env", "model")
        from hooks in Hooks(style, commands).Select(hooks => (string[])[$"\"hooks\":{style.Space}{hooks}"]).OrNone()
        from after in Members(style, Gen.Elements("true", "-1.5e3", "\"\\u00e9\""), "theme", "zoom")
        from mark in Gen.Elements(string.Empty, string.Empty, "\uFEFF")
        from end in Gen.Elements(string.Empty, style.NewLine, "\n// end")
        from text in Container(style, "{}", 0, [.. before, .. hooks, .. after])
        select mark + text + end;

    private static Gen<string> Hooks(Scheme style, Gen<string> commands)
    {
        var handler = from command in commands
                      from extra in Gen.Elements(string.Empty, ", \"timeout\": 10", ", \"statusMessage\": \"}\"", ", \"if\": \"Bash(git *)\"", ", \"timeout\": 10, \"async\": true")
                      select $$"""{"type":{{style.Space}}"command", "command": "{{command}}"{{extra}}}""";
        var grouped = from matcher in Gen.Elements(string.Empty, "\"matcher\": \"Bash\", ", "\"matcher\": \"\", ", "\"matcher\": \"Edit\", ")
                    from handlers in Some(handler)
                    from inner in Container(style, "[]", 4, handlers)
                    select $$"""{{{matcher}}"hooks": {{inner}}}""";
        var groups = from items in Some(grouped)
                     from text in Container(style, "[]", 2, items)
                     select text;
        return from pre in groups
               from stop in groups
               from names in Gen.Elements<string[]>(["PreToolUse"], ["Stop"], ["Stop", "PreToolUse"], ["Gone", "Notification"])
               from text in Container(style, "{}", 1, [.. names.Select((name, i) => $"\"{name}\":{style.Space}{(i == 0 ? pre : stop)}")])
               select text;
    }

    private static Gen<string[]> Members(Scheme style, Gen<string> values, params string[] names) =>
        from count in Gen.Choose(0, names.Length)
        from value in values
        select names.Take(count).Select(name => $"\"{name}\":{style.Space}{value}").ToArray();

    private static Gen<string[]> Some(Gen<string> item) => Gen.Choose(1, 3).SelectMany(count => item.ArrayOf(count));

    private static Gen<string[]> OrNone(this Gen<string[]> gen) => Gen.OneOf(gen, gen, Gen.Constant<string[]>([]));

    /// <summary>Items in brackets, each in its line or all in one, with comments anywhere.</summary>
    private static Gen<string> Container(Scheme style, string brackets, int depth, string[] items)
    {
        if (items.Length == 0)
            return Gen.Constant(brackets);
        var indent = string.Concat(Enumerable.Repeat(style.Unit, depth + 1));
        return from lines in Gen.Elements(style.IsMultiLine, style.IsMultiLine, false)
               from comments in Gen.Elements(string.Empty, string.Empty, string.Empty, "/* , */", "// ] note \" " + style.NewLine).ArrayOf((items.Length * 2) + 1)
               from comma in Gen.Elements(string.Empty, string.Empty, ",")
               select brackets[0] + comments[^1]
                   + string.Concat(items.Select((item, i) =>
                       (lines ? style.NewLine + indent : i > 0 ? style.Space : string.Empty) + item + comments[i * 2] + (i < items.Length - 1 ? "," : comma) + comments[(i * 2) + 1]))
                   + (lines ? style.NewLine + string.Concat(Enumerable.Repeat(style.Unit, depth)) : string.Empty) + brackets[1];
    }

    private static Gen<Scheme> Style =>
        from newLine in Gen.Elements("\n", "\r\n", "\r")
        from unit in Gen.Elements("  ", "    ", "\t", string.Empty)
        from space in Gen.Elements(" ", string.Empty)
        from multiLine in Gen.Elements(true, true, false)
        select new Scheme(newLine, unit, space, multiLine);

    private sealed record Scheme(string NewLine, string Unit, string Space, bool IsMultiLine);
}
