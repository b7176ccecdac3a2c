namespace Hooks;

/// <summary>Adds an agent's own tool names to a group that <see cref="HookAttribute.Tools"/> can name.</summary>
/// <param name="group">The group with its at sign: a built-in one such as <c>@shell</c>, or a new one.</param>
/// <param name="tools">Names or patterns, as in <see cref="HookAttribute.Tools"/>, without groups.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ToolGroupAttribute(string group, params string[] tools) : Attribute
{
    /// <summary>The group with its at sign.</summary>
    public string Group { get; } = group;

    /// <summary>The names or patterns that the group also stands for.</summary>
    public IReadOnlyList<string> Tools { get; } = tools;
}
