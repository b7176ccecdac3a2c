namespace Hooks.Shared;

/// <summary>HOOK002: the ways in which parameters can be wrong.</summary>
internal enum ParameterCause
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>There is a token and no context.</summary>
    OnlyToken,

    /// <summary>The token stands before the context.</summary>
    Order,

    /// <summary>A context that the point does not give.</summary>
    Context,

    /// <summary>Something that is no context in the context's place.</summary>
    NoContext,

    /// <summary>By reference, or as <c>params</c>.</summary>
    Reference,

    /// <summary>A default value.</summary>
    Default,

    /// <summary><c>CancellationToken?</c> in the token's place.</summary>
    NullableToken,

    /// <summary>Something that is no token in the token's place.</summary>
    SecondNotToken,

    /// <summary>More than two.</summary>
    Extra,

    /// <summary>A kind of parameter that cannot be mended one by one.</summary>
    Other,
}
