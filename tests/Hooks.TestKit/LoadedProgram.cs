using System.Reflection;
using System.Runtime.Loader;

namespace Hooks.TestKit;

/// <summary>An assembly that was compiled in memory and can be called. Shares Hooks.Runtime with the tests.</summary>
public sealed class LoadedProgram : IDisposable
{
    private readonly AssemblyLoadContext _context;

    internal LoadedProgram(CompiledAssembly compiled)
    {
        _context = new(compiled.Name, isCollectible: true);
        var images = new Dictionary<string, CompiledAssembly>(StringComparer.Ordinal);
        Collect(compiled, images);
        _context.Resolving += (context, name) => images.TryGetValue(name.Name!, out var library) ? Load(context, library) : null;
        Assembly = Load(_context, compiled);
    }

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Runs <c>Main</c>.</summary>
    /// <returns>What it wrote to standard output, with <c>\n</c> between lines.</returns>
    public string RunMain(params string[] arguments)
    {
        var main = Assembly.EntryPoint ?? throw new TestKitException($"'{Assembly.GetName().Name}' has no Main.");
        using var console = new CapturedConsole();
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [arguments], null);
        return console.Text;
    }

    /// <summary>Calls a static method, whatever its accessibility, and waits for a task that it returns.</summary>
    /// <param name="type">The full name of its type.</param>
    /// <param name="method">Its name, of which there is one.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it returns, or the result of the task.</returns>
    public async Task<object?> CallAsync(string type, string method, params object?[] arguments)
    {
        var result = Call(type, method, arguments);
        if (result is not Task task)
            return result;
        await task.ConfigureAwait(false);
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }

    /// <summary>Calls a static method, whatever its accessibility.</summary>
    /// <inheritdoc cref="CallAsync"/>
    public object? Call(string type, string method, params object?[] arguments)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var found = Assembly.GetType(type, throwOnError: true)!.GetMethod(method, Any)
            ?? throw new TestKitException($"'{type}' has no static method '{method}'.");
        return found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Lets go of the assembly.</summary>
    public void Dispose() => _context.Unload();

    private static void Collect(CompiledAssembly compiled, Dictionary<string, CompiledAssembly> images)
    {
        foreach (var library in compiled.Libraries)
        {
            images[library.Name] = library;
            Collect(library, images);
        }
    }

    private static Assembly Load(AssemblyLoadContext context, CompiledAssembly compiled) =>
        context.LoadFromStream(new MemoryStream([.. compiled.Image]));
}
