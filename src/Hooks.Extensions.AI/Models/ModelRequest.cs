using Hooks.Extensions.AI.Tools;
using Hooks.Extensions.AI.Watching;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Models;

/// <summary>One request to a hooked client: what hooks see of it, and what becomes of it for the client beneath.</summary>
internal sealed class ModelRequest
{
    private readonly HookDispatcher _dispatcher;
    private readonly HookedChatClientOptions _options;
    private readonly ChatOptions? _given;
    private readonly Conversation _conversation;
    private readonly CallerApprovals _approvals;
    private readonly HookArguments _settings;
    private readonly string? _model;

    private ModelRequest(
        HookDispatcher dispatcher, HookedChatClientOptions options, Conversation conversation, ChatOptions? given,
        ChatClientMetadata? client, ToolDiscoveryContext? discovery, bool isStreaming)
    {
        _dispatcher = dispatcher;
        _options = options;
        _conversation = conversation;
        _given = given;
        _approvals = new(conversation.Given);
        _settings = ModelSettings.Read(given);
        _model = given?.ModelId ?? client?.DefaultModelId;
        Context = new()
        {
            AgentName = options.AgentName,
            AgentId = options.AgentId,
            SessionId = options.SessionOf(given),
            Services = options.Services,
            Model = _model,
            Provider = client?.ProviderName,
            SystemPrompt = given?.Instructions,
            Messages = conversation.ForHooks(),
            Options = _settings.Clone(),
            ToolNames = discovery?.ToolNames ?? given?.Tools?.Select(tool => tool.Name).ToList(),
            ContentKey = dispatcher.HasHooks(HookPoint.BeforeModelCall) ? ContentKey.Of(conversation.Given, given, isStreaming && dispatcher.ShouldFire(HookPoint.ModelStreamChunk)) : null,
            IsStreaming = isStreaming,
            AddedContext = discovery?.AddedContext ?? [],
        };
    }

    /// <summary>What hooks see.</summary>
    public ModelCallContext Context { get; }

    public static async ValueTask<ModelRequest> MakeAsync(
        HookDispatcher dispatcher, HookedChatClientOptions options, ChatClientMetadata? client,
        IEnumerable<ChatMessage> messages, ChatOptions? given, bool isStreaming, CancellationToken cancellationToken)
    {
        var conversation = new Conversation([.. messages]);
        var prompt = conversation.Given.LastOrDefault(message => message.Role == ChatRole.User)?.Text;
        var discovery = await OfferedTools.NarrowAsync(dispatcher, options, given, given?.ModelId ?? client?.DefaultModelId, prompt, cancellationToken).ConfigureAwait(false);
        return new(dispatcher, options, conversation, given, client, discovery, isStreaming);
    }

    /// <summary>What goes to the client beneath for one attempt, as hooks have left the call.</summary>
    public async ValueTask<(IReadOnlyList<ChatMessage> Messages, ChatOptions Options, ResultWatch Watch)> ForClientAsync(ModelCallContext call)
    {
        var tools = _given?.Tools ?? [];
        var request = new ToolRequest
        {
            Parent = call,
            Functions = [.. tools.Select(tool => tool.GetService<AIFunction>()).OfType<AIFunction>(), .. _options.RedirectTargets],
            Approvals = _approvals,
            Options = _options,
        };
        var declared = tools.Where(tool => tool.GetService<AIFunction>() is null).Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        var watch = new ResultWatch(_dispatcher, request, declared);
        await watch.LookAtRequestAsync(_conversation.Given, isKeptElsewhere: _given?.ConversationId is not null).ConfigureAwait(false);

        var messages = _conversation.ForClient(call.Messages);
        var added = AddedTo(call).ToList();
        if (added.Count > 0)
            messages = [.. messages, .. added.Select(text => new ChatMessage(ChatRole.System, text))];
        return (messages, OptionsFor(call, request), watch);
    }

    // What hooks added before they sent the call to another model, or to several, is meant for these.
    private static IEnumerable<string> AddedTo(ModelCallContext call) =>
        call.Parent is ModelCallContext before ? AddedTo(before).Concat(call.AddedContext) : call.AddedContext;

    private ChatOptions OptionsFor(ModelCallContext call, ToolRequest request)
    {
        var options = _given?.Clone() ?? new();
        if (call.Model != _model)
            options.ModelId = call.Model;
        if (call.SystemPrompt != _given?.Instructions)
            options.Instructions = call.SystemPrompt;
        ModelSettings.Write(options, _settings, call.Options);
        if (_given?.Tools is not { } tools)
            return options;
        options.Tools = OfferedTools.Offer(tools, call.ToolNames, request, _dispatcher);

        // A model cannot be made to call what it is not offered.
        if (options.ToolMode is RequiredChatToolMode mode
            && (options.Tools.Count == 0 || (mode.RequiredFunctionName is { } name && options.Tools.All(tool => tool.Name != name))))
            options.ToolMode = null;
        return options;
    }
}
