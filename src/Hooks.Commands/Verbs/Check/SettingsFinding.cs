namespace Hooks.Commands;

/// <summary>What is wrong in settings, and where.</summary>
/// <param name="At">Where the value or name begins that is wrong; the whole from which something is missing.</param>
/// <param name="IsError">Whether our hooks do not run as they shall, or the agent refuses the file; otherwise it is about an entry of others.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
internal sealed record SettingsFinding(int At, bool IsError, string Message)
{
    /// <summary>A finding at a value.</summary>
    public SettingsFinding(SettingsNode at, bool isError, string message)
        : this(at.Start, isError, message)
    {
    }
}
