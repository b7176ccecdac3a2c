namespace Hooks;

internal static class TableJson
{
    public static string Render(HookTable table) => string.Join(Environment.NewLine, table.Hooks);
}
