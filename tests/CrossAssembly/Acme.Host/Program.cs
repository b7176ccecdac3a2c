using Acme.Guards;
using Hooks;

[assembly: ExcludeHooks("acme.legacy")]
[assembly: ToolGroup("@shell", "execute_command")]

namespace Acme.Host;

internal static class Program
{
    internal static HookDispatcher CreateDispatcher(HookDispatcherOptions? options = null) =>
        GeneratedHooks.CreateDispatcher(new GuardServices(), options);

    private static async Task Main()
    {
        await using var dispatcher = CreateDispatcher();
        Console.WriteLine(dispatcher.Table.ToText());
    }
}
