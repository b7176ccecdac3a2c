namespace Hooks.Runtime.Tests.Tables;

/// <summary>Names that would break a rendering, or say something in it, if it printed them as they are.</summary>
public static class HostileNames
{
    public static TheoryData<string> All { get; } =
    [
        "a\"b", "back`tick", "two\nlines", "cr\rover", "tab\there", "\u001b[31mred\u001b[0m", "bell\a", "nul\0", "del\u007f", "c1\u009b31m",
        "x\"] --> y[\"z", "%% comment", "%%{init: {'theme':'dark'}}%%", "click h0 \"javascript:alert(1)\"", "<script>alert(1)</script>", "a<br/>b",
        "`**bold** _it_`", "1. list", "- list", "#quot;", "&quot;", "end", "subgraph x", "h0 --> h1", ":::point", "a;b", "}}", "])",
        "right\u202Eleft", "zero\u200Bwidth", "line\u2028separator", "\ud800 lone", "\U000E0041 tag", "back\\slash", "\\u001B", "  padded  ", "",
        "verdict   Block   Acme", "---\nconfig:\n---", "style a:b#c;", "Ünïcode 工具 🔧",
    ];
}
