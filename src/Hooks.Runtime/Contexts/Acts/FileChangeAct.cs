namespace Hooks;

/// <summary>Changes files: a <see cref="WriteAct"/> or an <see cref="EditAct"/>.</summary>
public abstract record FileChangeAct : ToolAct
{
    private protected FileChangeAct()
    {
    }

    /// <summary>What is done to each file, at least one.</summary>
    public abstract IReadOnlyList<FileChange> Changes { get; }
}
