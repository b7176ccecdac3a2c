namespace Hooks;

internal static class TableMermaid
{
    public static string Render(HookTable table) => string.Join(Environment.NewLine, table.Hooks);
}
