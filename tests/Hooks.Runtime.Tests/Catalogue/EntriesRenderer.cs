using System.Text;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>Writes the dispatcher's typed entries, two for each point.</summary>
internal static class EntriesRenderer
{
    public const string Folder = "src/Hooks.Runtime/Dispatching/Entries";

    private const string Parameters =
        "<inheritdoc cref=\"FireAsync(HookPoint, HookContext, CancellationToken)\" path=\"/param[@name!='point']\"/>";

    private const string Cancelled =
        "<exception cref=\"OperationCanceledException\">The caller's token was cancelled.</exception>";

    private const string Asynchronous =
        "<exception cref=\"InvalidOperationException\">A hook of the point is asynchronous; none has run.</exception>";

    public static DerivedFile Render(PointGroup group)
    {
        var entries = group.Points.Select(point => point.IsBlocking ? Blocking(point) : ObserveOnly(point));
        var text = new StringBuilder(DerivedFile.Header)
            .Append("namespace Hooks;\n\npublic sealed partial class HookDispatcher\n{\n")
            .AppendJoin('\n', entries)
            .Append("}\n");
        return new($"{Folder}/HookDispatcher.{group.FileName}.cs", text.ToString());
    }

    private static string Blocking(CataloguePoint point) => $$"""
            /// <summary>Fires <see cref="HookPoint.{{point.Name}}"/>: {{Moment(point)}}</summary>
            /// {{Parameters}}
            /// <returns>The verdict; Continue where the point has no hooks.</returns>
            /// {{Cancelled}}
            public ValueTask<HookResult> {{point.Name}}Async({{point.Context.Name}} context, CancellationToken cancellationToken = default) =>
                _slots[(int)HookPoint.{{point.Name}}] is { } chain
                    ? As<{{point.Context.Name}}>(chain).FireAsync(this, context, cancellationToken)
                    : Unhooked(HookPoint.{{point.Name}}, context);

            /// <summary>Fires <see cref="HookPoint.{{point.Name}}"/> synchronously: {{Moment(point)}}</summary>
            /// {{Parameters}}
            /// <returns>The verdict; Continue where the point has no hooks.</returns>
            /// {{Asynchronous}}
            /// {{Cancelled}}
            public HookResult {{point.Name}}({{point.Context.Name}} context, CancellationToken cancellationToken = default) =>
                _slots[(int)HookPoint.{{point.Name}}] is { } chain
                    ? As<{{point.Context.Name}}>(chain).Fire(this, context, cancellationToken)
                    : UnhookedVerdict(HookPoint.{{point.Name}}, context);

        """;

    private static string ObserveOnly(CataloguePoint point) => $$"""
            /// <summary>Fires <see cref="HookPoint.{{point.Name}}"/>: {{Moment(point)}}</summary>
            /// {{Parameters}}
            /// <returns>A task that ends when the hooks have run.</returns>
            /// {{Cancelled}}
            public ValueTask {{point.Name}}Async({{point.Context.Name}} context, CancellationToken cancellationToken = default) =>
                _slots[(int)HookPoint.{{point.Name}}] is { } chain
                    ? Observe(As<{{point.Context.Name}}>(chain).FireAsync(this, context, cancellationToken))
                    : default;

            /// <summary>Fires <see cref="HookPoint.{{point.Name}}"/> synchronously: {{Moment(point)}}</summary>
            /// {{Parameters}}
            /// {{Asynchronous}}
            /// {{Cancelled}}
            public void {{point.Name}}({{point.Context.Name}} context, CancellationToken cancellationToken = default)
            {
                if (_slots[(int)HookPoint.{{point.Name}}] is { } chain)
                    As<{{point.Context.Name}}>(chain).Fire(this, context, cancellationToken);
            }

        """;

    private static string Moment(CataloguePoint point) => char.ToLowerInvariant(point.Summary[0])
        + point.Summary[1..].Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
