using Guard;

namespace Hooks.Guard.Tests;

/// <summary>A workspace with a neighbour and a home, and the whole guard over it.</summary>
public sealed class GuardScene : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("guard-").FullName;
    private readonly Dictionary<string, string> _variables = new() { ["GUARD_AUDIT"] = "off" };

    public GuardScene()
    {
        Workspace = Directory.CreateDirectory(Path.Combine(_folder, "work")).FullName;
        Outside = Directory.CreateDirectory(Path.Combine(_folder, "outside")).FullName;
        Home = _variables["HOME"] = Directory.CreateDirectory(Path.Combine(_folder, "home")).FullName;
    }

    public string Workspace { get; }

    public string Outside { get; }

    public string Home { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public void Set(string variable, string value) => _variables[variable] = value;

    public HookDispatcher Dispatcher() => GuardTable.CreateDispatcher(GuardSettings.Read(name => _variables.GetValueOrDefault(name)));

    /// <summary>What the guard says of a command: <c>continue</c>, or <c>deny</c> or <c>ask</c> and the rule that decided.</summary>
    public string Shell(string command, string tool = "Bash") => Verdict(tool, new() { ["command"] = command });

    public string Verdict(string tool, HookArguments arguments, string? directory = null)
    {
        var call = Call(tool, arguments, directory);
        var result = Dispatcher().BeforeToolCall(call);
        return Word(result, call);
    }

    public string? Reason(string tool, HookArguments arguments) => Dispatcher().BeforeToolCall(Call(tool, arguments)).Reason;

    public ToolCallContext Call(string tool, HookArguments arguments, string? directory = null) =>
        new() { ToolName = tool, Arguments = arguments, WorkingDirectory = directory ?? Workspace };

    /// <summary>Makes a file, with the folders that it needs.</summary>
    public string File(string path, string content = "")
    {
        var full = Path.Combine(Workspace, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, content);
        return full;
    }

    private static string Word(HookResult result, HookContext context) => result.Kind switch
    {
        HookResultKind.Continue => "continue",
        HookResultKind.Cancel => $"deny {context.DecidedBy?.Name}",
        HookResultKind.Ask => $"ask {context.DecidedBy?.Name}",
        var other => $"{other} {context.DecidedBy?.Name}",
    };
}
