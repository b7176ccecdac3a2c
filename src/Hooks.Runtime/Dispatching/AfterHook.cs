namespace Hooks;

/// <summary>How a fire goes on after a hook.</summary>
internal enum AfterHook
{
    /// <summary>With the next hook.</summary>
    Next,

    /// <summary>With the same hook once more.</summary>
    Again,

    /// <summary>Not at all.</summary>
    End,
}
