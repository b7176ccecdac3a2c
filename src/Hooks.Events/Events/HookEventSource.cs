using System.Text.RegularExpressions;

namespace Hooks.Events;

/// <summary>Where an event comes from: a component, and which instance of it.</summary>
public sealed partial class HookEventSource : IEquatable<HookEventSource>
{
    /// <summary>A source.</summary>
    /// <param name="component">The component, for example <c>agent</c>.</param>
    /// <param name="instance">Which one, where there are several.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public HookEventSource(string component, string? instance = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(component);
        if (instance is not null)
            ArgumentException.ThrowIfNullOrEmpty(instance);
        (Component, Instance) = (component, instance);
        Uri = instance is null ? $"/{Escape(component)}" : $"/{Escape(component)}/{Escape(instance)}";
    }

    private HookEventSource(string uri, string component, string? instance) => (Uri, Component, Instance) = (uri, component, instance);

    /// <summary>The component; of a source that another system has named by a URI, all of that.</summary>
    public string Component { get; }

    /// <summary>Which one, where there are several.</summary>
    public string? Instance { get; }

    /// <summary>The source as the URI reference that CloudEvents have: <c>/component/instance</c>.</summary>
    public string Uri { get; }

    /// <summary>Reads the URI reference of a CloudEvent.</summary>
    /// <param name="uri">The reference; one that is no <c>/component/instance</c> stays as it is.</param>
    /// <exception cref="FormatException">It is no URI reference.</exception>
    public static HookEventSource Parse(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!IsUriReference(uri))
            throw new FormatException($"{EventType.Quote(uri)} is no URI reference (RFC 3986).");
        if (OwnForm().Match(uri) is not { Success: true } match)
            return new(uri, uri, null);
        var component = System.Uri.UnescapeDataString(match.Groups["component"].Value);
        var instance = match.Groups["instance"] is { Success: true, Value: var text } ? System.Uri.UnescapeDataString(text) : null;
        var own = new HookEventSource(component, instance);

        // Who writes it in another way means, perhaps, another thing.
        return own.Uri == uri ? own : new(uri, uri, null);
    }

    /// <inheritdoc/>
    public bool Equals(HookEventSource? other) => other is not null && other.Uri == Uri;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HookEventSource);

    /// <inheritdoc/>
    public override int GetHashCode() => Uri.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Instance is null ? Component : $"{Component}/{Instance}";

    internal static bool IsUriReference(string text) => UriReference().IsMatch(text);

    // Half a surrogate pair becomes U+FFFD there.
    private static string Escape(string name) => System.Uri.EscapeDataString(name);

    [GeneratedRegex(@"\A([A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+\z")]
    private static partial Regex UriReference();

    [GeneratedRegex(@"\A/(?<component>[^/?#]+)(/(?<instance>[^/?#]+))?\z")]
    private static partial Regex OwnForm();
}
