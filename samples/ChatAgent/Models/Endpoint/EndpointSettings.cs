namespace ChatAgent.Models.Endpoint;

/// <summary>Where a live model is, by the environment.</summary>
/// <param name="Url">The address in front of <c>chat/completions</c>, for example <c>http://localhost:11434/v1</c>.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Key">The key, if the endpoint wants one.</param>
internal sealed record EndpointSettings(Uri Url, string Model, string? Key)
{
    public const string UrlVariable = "CHAT_ENDPOINT", ModelVariable = "CHAT_MODEL", KeyVariable = "CHAT_KEY";

    /// <summary>Model and address, without the key.</summary>
    public override string ToString() => $"{Model} at {Url}";

    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Gets a variable of the environment.</param>
    /// <returns>Null if no endpoint is set.</returns>
    /// <exception cref="FormatException">They are incomplete or wrong; the message names the variable.</exception>
    public static EndpointSettings? Read(Func<string, string?> variable)
    {
        var (model, key) = (variable(ModelVariable), variable(KeyVariable));
        if (variable(UrlVariable) is not { Length: > 0 } text)
            return string.IsNullOrEmpty(model) ? null : throw new FormatException($"{ModelVariable} is set, so {UrlVariable} has to say where the model is");
        if (!Uri.TryCreate(text.TrimEnd('/') + '/', UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new FormatException($"{UrlVariable} is '{text}'; it has to be an address such as http://localhost:11434/v1");
        if (key?.Any(character => character is <= ' ' or > '~') == true)
            throw new FormatException($"{KeyVariable} has a character that no key can have: a blank, a line break or the like");
        return model is { Length: > 0 }
            ? new(url, model, key)
            : throw new FormatException($"{UrlVariable} is set, so {ModelVariable} has to name a model");
    }
}
