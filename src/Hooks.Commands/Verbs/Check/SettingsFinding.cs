namespace Hooks.Commands;

/// <summary>What is wrong in settings, and where.</summary>
/// <param name="At">The value that it is about.</param>
/// <param name="IsError">Whether our hooks do not run as they shall, or the agent refuses the file; otherwise it is about an entry of others.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
internal sealed record SettingsFinding(SettingsNode At, bool IsError, string Message);
