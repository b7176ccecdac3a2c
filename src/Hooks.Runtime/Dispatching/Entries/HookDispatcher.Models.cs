// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Fires <see cref="HookPoint.BeforePromptBuild"/>: the prompt for a model call is about to be put together.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask BeforePromptBuildAsync(PromptContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforePromptBuild] is { } chain
            ? Observe(As<PromptContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.BeforePromptBuild"/> synchronously: the prompt for a model call is about to be put together.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void BeforePromptBuild(PromptContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.BeforePromptBuild] is { } chain)
            As<PromptContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.BeforeModelCall"/>: a request is about to be sent to a model.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> BeforeModelCallAsync(ModelCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeModelCall] is { } chain
            ? As<ModelCallContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.BeforeModelCall, context);

    /// <summary>Fires <see cref="HookPoint.BeforeModelCall"/> synchronously: a request is about to be sent to a model.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult BeforeModelCall(ModelCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.BeforeModelCall] is { } chain
            ? As<ModelCallContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.BeforeModelCall, context);

    /// <summary>Fires <see cref="HookPoint.StreamStart"/>: a model has begun to stream its answer.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask StreamStartAsync(ModelCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.StreamStart] is { } chain
            ? Observe(As<ModelCallContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.StreamStart"/> synchronously: a model has begun to stream its answer.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void StreamStart(ModelCallContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.StreamStart] is { } chain)
            As<ModelCallContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.ModelStreamChunk"/>: a piece of a streamed answer has arrived and is about to be passed on.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> ModelStreamChunkAsync(StreamChunkContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ModelStreamChunk] is { } chain
            ? As<StreamChunkContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.ModelStreamChunk, context);

    /// <summary>Fires <see cref="HookPoint.ModelStreamChunk"/> synchronously: a piece of a streamed answer has arrived and is about to be passed on.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult ModelStreamChunk(StreamChunkContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ModelStreamChunk] is { } chain
            ? As<StreamChunkContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.ModelStreamChunk, context);

    /// <summary>Fires <see cref="HookPoint.StreamEnd"/>: a streamed answer is over, complete or broken off.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask StreamEndAsync(ModelCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.StreamEnd] is { } chain
            ? Observe(As<ModelCallContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.StreamEnd"/> synchronously: a streamed answer is over, complete or broken off.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void StreamEnd(ModelCallContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.StreamEnd] is { } chain)
            As<ModelCallContext>(chain).Fire(this, context, cancellationToken);
    }

    /// <summary>Fires <see cref="HookPoint.AfterModelCall"/>: a model's whole answer is there, and nobody has used it yet.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> AfterModelCallAsync(ModelCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterModelCall] is { } chain
            ? As<ModelCallContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.AfterModelCall, context);

    /// <summary>Fires <see cref="HookPoint.AfterModelCall"/> synchronously: a model's whole answer is there, and nobody has used it yet.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult AfterModelCall(ModelCallContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.AfterModelCall] is { } chain
            ? As<ModelCallContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.AfterModelCall, context);

    /// <summary>Fires <see cref="HookPoint.ModelSwitch"/>: the agent is about to go on with another model.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask<HookResult> ModelSwitchAsync(ModelSwitchContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ModelSwitch] is { } chain
            ? As<ModelSwitchContext>(chain).FireAsync(this, context, cancellationToken)
            : Unhooked(HookPoint.ModelSwitch, context);

    /// <summary>Fires <see cref="HookPoint.ModelSwitch"/> synchronously: the agent is about to go on with another model.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>The verdict; Continue where the point has no hooks.</returns>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public HookResult ModelSwitch(ModelSwitchContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ModelSwitch] is { } chain
            ? As<ModelSwitchContext>(chain).Fire(this, context, cancellationToken)
            : UnhookedVerdict(HookPoint.ModelSwitch, context);

    /// <summary>Fires <see cref="HookPoint.ProviderSwitch"/>: the agent goes on with another provider.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <returns>A task that ends when the hooks have run.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public ValueTask ProviderSwitchAsync(ModelSwitchContext context, CancellationToken cancellationToken = default) =>
        _slots[(int)HookPoint.ProviderSwitch] is { } chain
            ? Observe(As<ModelSwitchContext>(chain).FireAsync(this, context, cancellationToken))
            : default;

    /// <summary>Fires <see cref="HookPoint.ProviderSwitch"/> synchronously: the agent goes on with another provider.</summary>
    /// <inheritdoc cref="FireAsync(HookPoint, HookContext, CancellationToken)" path="/param[@name!='point']"/>
    /// <exception cref="InvalidOperationException">A hook of the point is asynchronous; none has run.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public void ProviderSwitch(ModelSwitchContext context, CancellationToken cancellationToken = default)
    {
        if (_slots[(int)HookPoint.ProviderSwitch] is { } chain)
            As<ModelSwitchContext>(chain).Fire(this, context, cancellationToken);
    }
}
