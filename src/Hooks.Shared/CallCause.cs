namespace Hooks.Shared;

/// <summary>HOOK004: the reasons why a table cannot call a method that something mechanical can be done about.</summary>
internal enum CallCause
{
    /// <summary>The method, or a type around it, is hidden from the table.</summary>
    Hidden,

    /// <summary>A type around it is a <c>file</c> type.</summary>
    FileType,

    /// <summary>An instance method where there are no objects.</summary>
    NoObject,

    /// <summary>Anything else.</summary>
    Other,
}
