namespace Hooks;

internal static class TableText
{
    public static string Render(HookTable table) => string.Join(Environment.NewLine, table.Hooks);
}
