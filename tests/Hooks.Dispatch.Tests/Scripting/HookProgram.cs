using System.Collections.Concurrent;
using System.Reflection;
using Hooks.TestKit;
using Microsoft.CodeAnalysis;

namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>Sources with hooks, compiled with the generator and loaded.</summary>
internal sealed class HookProgram
{
    private static readonly ConcurrentDictionary<string, Lazy<HookProgram>> Compiled = new(StringComparer.Ordinal);
    private static readonly MetadataReference Tests = MetadataReference.CreateFromFile(typeof(HookProgram).Assembly.Location);

    private HookProgram(CompiledAssembly compiled)
    {
        Image = compiled;
        Assembly = compiled.Load().Assembly;
        TableType = Assembly.GetTypes().SingleOrDefault(type => type.IsSubclassOf(typeof(HookTable)));
    }

    /// <summary>The assembly for others to reference.</summary>
    public CompiledAssembly Image { get; }

    public Assembly Assembly { get; }

    /// <summary>The generated table; null if the assembly has none.</summary>
    public Type? TableType { get; }

    /// <summary>Compiles hooks; the same ones are compiled once.</summary>
    public static HookProgram Of(params IEnumerable<HookSpec> hooks) => FromSource([.. SpecSource.Write(hooks)]);

    /// <summary>Compiles sources; the same ones are compiled once.</summary>
    public static HookProgram FromSource(params string[] sources) =>
        Compiled.GetOrAdd(string.Join("\n//\n", sources), _ => new(() => Compile("Acme.Agent", sources))).Value;

    /// <summary>Compiles an assembly under a name of its own.</summary>
    public static HookProgram Compile(string assemblyName, IEnumerable<string> sources, params CompiledAssembly[] libraries) => new(
        (HookCompilation.Library([.. sources]).WithLibraries(libraries) with { AssemblyName = assemblyName, References = [Tests] }).Compile());

    /// <summary>Calls the table's constructor with the objects given, and null for those not given.</summary>
    public HookTable CreateTable(params object[] hookObjects)
    {
        var constructor = TableType!.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .First(candidate => !candidate.GetParameters().Any(parameter => parameter.ParameterType == typeof(IServiceProvider)));
        return (HookTable)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, Arguments(constructor, hookObjects), null);
    }

    /// <summary>Calls the table's CreateDispatcher with the objects given, and null for those not given.</summary>
    public HookDispatcher CreateDispatcher(HookDispatcherOptions options, params object[] hookObjects)
    {
        var create = TableType!.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .First(candidate => candidate.Name == "CreateDispatcher" && candidate.GetParameters()[0].ParameterType != typeof(IServiceProvider));
        return (HookDispatcher)create.Invoke(null, BindingFlags.DoNotWrapExceptions, null, Arguments(create, [.. hookObjects, options]), null)!;
    }

    /// <summary>A dispatcher that takes one of the two paths.</summary>
    public HookDispatcher CreateDispatcher(HookExecutionPath path, Action<HookReport>? onReport = null, params object[] hookObjects) =>
        CreateDispatcher(new HookDispatcherOptions { ExecutionPath = path, OnReport = onReport }, hookObjects);

    /// <summary>Calls the table's CreateDispatcher that takes a service provider.</summary>
    public HookDispatcher CreateDispatcher(IServiceProvider services, HookDispatcherOptions? options = null)
    {
        var create = TableType!.GetMethod("CreateDispatcher", [typeof(IServiceProvider), typeof(HookDispatcherOptions)])!;
        return (HookDispatcher)create.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [services, options], null)!;
    }

    public Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    public object CreateObject(string type) => Activator.CreateInstance(Type(type))!;

    private static object?[] Arguments(MethodBase method, object[] objects) =>
        [.. method.GetParameters().Select(parameter => Array.Find(objects, value => parameter.ParameterType.IsInstanceOfType(value)))];
}
