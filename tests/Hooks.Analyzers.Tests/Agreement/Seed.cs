using System.Globalization;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>What random projects are drawn from: a number for all of them, or one of them.</summary>
/// <param name="Number">The number.</param>
/// <param name="Project">The only project; null for all.</param>
internal sealed record Seed(int Number, int? Project = null)
{
    /// <summary>What HOOKS_SEED says, as <c>number</c> or <c>number/project</c>; else a new one.</summary>
    public static Seed FromEnvironment() =>
        Environment.GetEnvironmentVariable("HOOKS_SEED") is { Length: > 0 } text ? Parse(text) : new(System.Random.Shared.Next());

    public static Seed Parse(string text)
    {
        var parts = text.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    // HashCode.Combine differs from process to process; a replay needs the same numbers.
    public Random Random(int project) => new(unchecked((Number * 486187739) + project));

    public override string ToString() => Project is null ? $"{Number}" : $"{Number}/{Project}";
}
