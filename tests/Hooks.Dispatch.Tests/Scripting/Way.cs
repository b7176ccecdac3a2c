using System.Collections;

namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>How a test fires: which path, and which entry.</summary>
public enum Way
{
    CompiledAsync,
    GeneralAsync,
    CompiledSync,
    GeneralSync,
    CompiledUntyped,
    GeneralUntyped,
}

internal static class Ways
{
    public static HookExecutionPath Path(this Way way) =>
        way is Way.CompiledAsync or Way.CompiledSync or Way.CompiledUntyped ? HookExecutionPath.Compiled : HookExecutionPath.General;

    public static bool IsSync(this Way way) => way is Way.CompiledSync or Way.GeneralSync;
}

/// <summary>Every way of firing.</summary>
internal sealed class EveryWay : IEnumerable<object[]>
{
    public IEnumerator<object[]> GetEnumerator() => Enum.GetValues<Way>().Select(way => new object[] { way }).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The two asynchronous ways through typed entries.</summary>
internal sealed class AsyncWays : IEnumerable<object[]>
{
    public IEnumerator<object[]> GetEnumerator() => new[] { Way.CompiledAsync, Way.GeneralAsync }.Select(way => new object[] { way }).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Both paths.</summary>
internal sealed class BothPaths : IEnumerable<object[]>
{
    public IEnumerator<object[]> GetEnumerator() => Enum.GetValues<HookExecutionPath>().Select(path => new object[] { path }).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
