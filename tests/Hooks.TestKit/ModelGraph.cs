using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Hooks.TestKit;

/// <summary>Walks through a model, private fields included, and finds what must not live in one.</summary>
public static class ModelGraph
{
    private static readonly Type[] Banned =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation),
        typeof(SemanticModel), typeof(AttributeData), typeof(IOperation), typeof(Diagnostic),
    ];

    /// <summary>Asserts that nothing of the compiler can be reached from any value of a step.</summary>
    public static void AssertValuesOnly(GeneratorResult result, string step)
    {
        var found = result.Values(step).SelectMany(value => FindBanned(value, step)).ToList();
        if (found.Count > 0)
            throw new TestKitException($"Models hold what keeps compilations alive or is never equal:\n{string.Join("\n", found)}");
    }

    /// <summary>The paths to everything that belongs to the compiler.</summary>
    public static IReadOnlyList<string> FindBanned(object? root, string name)
    {
        var found = new List<string>();
        Walk(root, name, new(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Walk(object? value, string path, HashSet<object> seen, List<string> found)
    {
        if (value is null or string or Type)
            return;
        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || (!type.IsValueType && !seen.Add(value)))
            return;
        if (IsBanned(type))
        {
            found.Add($"{path}: {type}");
            return;
        }

        if (value is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items)
                Walk(item, $"{path}[{index++}]", seen, found);
        }

        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                    Walk(field.GetValue(value), $"{path}.{field.Name}", seen, found);
            }
        }
    }

    // By assignability: what comes out of a step is always a derived class. The rest of the compiler has no place there either.
    private static bool IsBanned(Type type) =>
        Banned.Any(banned => banned.IsAssignableFrom(type))
        || (type.Namespace is { } space && space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
}
