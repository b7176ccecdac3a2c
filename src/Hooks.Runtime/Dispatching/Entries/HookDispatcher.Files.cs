// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.FileRead"/>: the agent has read a file.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask FileReadAsync(FileContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.FileRead] is { } chain
            ? Observe(As<FileContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.FileRead"/> synchronously: the agent has read a file.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void FileRead(FileContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.FileRead] is { } chain)
            As<FileContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.FileWrite"/>: the agent has written a whole file, new or replaced.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask FileWriteAsync(FileContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.FileWrite] is { } chain
            ? Observe(As<FileContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.FileWrite"/> synchronously: the agent has written a whole file, new or replaced.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void FileWrite(FileContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.FileWrite] is { } chain)
            As<FileContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.FileEdit"/>: the agent has changed parts of a file.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask FileEditAsync(FileContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.FileEdit] is { } chain
            ? Observe(As<FileContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.FileEdit"/> synchronously: the agent has changed parts of a file.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void FileEdit(FileContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.FileEdit] is { } chain)
            As<FileContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.FileDelete"/>: the agent has deleted a file.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask FileDeleteAsync(FileContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.FileDelete] is { } chain
            ? Observe(As<FileContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.FileDelete"/> synchronously: the agent has deleted a file.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void FileDelete(FileContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.FileDelete] is { } chain)
            As<FileContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.FileChanged"/>: a watched file has changed on disk, whoever changed it.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask FileChangedAsync(FileContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.FileChanged] is { } chain
            ? Observe(As<FileContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.FileChanged"/> synchronously: a watched file has changed on disk, whoever changed it.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void FileChanged(FileContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.FileChanged] is { } chain)
            As<FileContext>(chain).Fire(this, context, cancellationToken);
    }
}
