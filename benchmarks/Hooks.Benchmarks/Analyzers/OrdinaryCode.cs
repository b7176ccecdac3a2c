namespace Hooks.Benchmarks.Analyzers;

/// <summary>Code without hooks, which every file has beside its hook; # stands for the file's number, @ for that of the edit.</summary>
internal static class OrdinaryCode
{
    /// <summary>Seven methods; the class below has two more.</summary>
    public const string Methods = """
            public static decimal Total(IEnumerable<Item#> items) => items.Where(item => item.Count > @).Sum(item => item.Count * item.Price);

            [Obsolete("use Total")]
            public static Dictionary<string, List<Item#>> ByName(IReadOnlyList<Item#> items)
            {
                var found = new Dictionary<string, List<Item#>>(StringComparer.Ordinal);
                foreach (var item in items)
                {
                    if (!found.TryGetValue(item.Name, out var list))
                        found[item.Name] = list = [];
                    list.Add(item);
                }

                return found;
            }

            public static string Render(IReadOnlyList<Item#> items)
            {
                var text = new StringBuilder();
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0)
                        text.Append(", ");
                    text.Append(items[i].Name).Append(": ").Append(items[i].Count switch { 0 => "none", 1 => "one", var many => many.ToString() });
                }

                return text.ToString();
            }

            public static bool TryParse(string text, out Item#? item)
            {
                item = null;
                var parts = text.Split(';', StringSplitOptions.TrimEntries);
                if (parts.Length != 3 || !int.TryParse(parts[1], out var count) || !decimal.TryParse(parts[2], out var price))
                    return false;
                item = new Item#(parts[0], count, price);
                return true;
            }

            public static async Task<int> CountAsync(IAsyncEnumerable<Item#> items, CancellationToken cancellationToken)
            {
                var count = 0;
                await foreach (var item in items.WithCancellation(cancellationToken))
                {
                    try
                    {
                        count = checked(count + item.Count);
                    }
                    catch (OverflowException error)
                    {
                        Console.Error.WriteLine(error.Message);
                        return int.MaxValue;
                    }
                }

                return count;
            }

            [System.Diagnostics.DebuggerStepThrough]
            private static int Distance(string left, string right)
            {
                var row = Enumerable.Range(0, right.Length + 1).ToArray();
                for (var i = 1; i <= left.Length; i++)
                {
                    var diagonal = row[0];
                    row[0] = i;
                    for (var j = 1; j <= right.Length; j++)
                    {
                        var above = row[j];
                        row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                        diagonal = above;
                    }
                }

                return row[right.Length];
            }

            public static string? Nearest(string name, IEnumerable<Item#> items)
            {
                var best = items.Select(item => (item.Name, Distance: Distance(item.Name, name))).OrderBy(pair => pair.Distance).FirstOrDefault();
                return best.Distance < 3 ? best.Name : null;
            }

        """;

    public const string Service = """
        internal sealed class Service#(HookDispatcher hooks)
        {
            public static HashSet<string> Seen { get; } = [];

            public static Task<bool> IsAllowedAsync(string name, CancellationToken cancellationToken) => Task.FromResult(!cancellationToken.IsCancellationRequested && name.Length > 0);

            public static Task<string> GreetingAsync(string name, CancellationToken cancellationToken) => Task.FromResult(cancellationToken.IsCancellationRequested ? "" : "hello " + name);

            public async Task<string> CallAsync(string tool, string path, CancellationToken cancellationToken)
            {
                var call = new ToolCallContext { ToolName = tool, Arguments = new() { ["path"] = path } };
                var verdict = await hooks.BeforeToolCallAsync(call, cancellationToken);
                if (verdict.IsCancel)
                    return verdict.Reason;
                call.Result = Type#.Render([new(tool, path.Length, 1m)]);
                await hooks.AfterToolCallAsync(call, CancellationToken.None);
                return call.Result?.ToString() ?? "";
            }
        }

        """;
}
