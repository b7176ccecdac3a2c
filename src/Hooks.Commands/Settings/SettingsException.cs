namespace Hooks.Commands;

/// <summary>A settings file that cannot be read, understood or written. The message is for people and names the file and, where there is one, the place.</summary>
internal sealed class SettingsException : Exception
{
    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An error at a place of a file, named as compilers do: <c>file:line:column: what</c>.</summary>
    public SettingsException(string file, SettingsPosition position, string message)
        : base($"{file}:{position}: {message}")
    {
    }
}
