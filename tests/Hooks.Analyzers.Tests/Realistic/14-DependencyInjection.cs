using Hooks;

namespace Trey.Hosting;

public interface IPolicyClient
{
    Task<bool> IsAllowedAsync(string user, string tool, CancellationToken cancellationToken);
}

public interface IUserAccessor
{
    string? Current { get; }
}

internal sealed class PolicyClient : IPolicyClient
{
    private static readonly HashSet<string> Restricted = new(StringComparer.OrdinalIgnoreCase) { "deploy", "drop_table" };

    public async Task<bool> IsAllowedAsync(string user, string tool, CancellationToken cancellationToken)
    {
        await Task.Delay(5, cancellationToken);
        return user == "admin" || !Restricted.Contains(tool);
    }
}

internal sealed class EnvironmentUser : IUserAccessor
{
    public string? Current => Environment.UserName;
}

/// <summary>The services are singletons, but the user belongs to the request, so that it comes from the context's services.</summary>
internal sealed class PolicyHooks(IPolicyClient policy, TimeProvider clock)
{
    private readonly IPolicyClient _policy = policy ?? throw new ArgumentNullException(nameof(policy));

    [Hook(HookPoint.BeforeToolCall, Name = "policy", OnFailure = HookFailurePolicy.Block)]
    public async Task<HookResult> CheckAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        var user = (call.Services?.GetService(typeof(IUserAccessor)) as IUserAccessor)?.Current;
        if (user is null)
            return HookResult.Cancel("nobody is signed in");
        if (!await _policy.IsAllowedAsync(user, call.ToolName, cancellationToken))
            return HookResult.Cancel($"{user} may not use {call.ToolName}");
        return IsAtNight() ? HookResult.Ask("outside office hours") : HookResult.Continue;
    }

    private bool IsAtNight() => clock.GetLocalNow().Hour is < 7 or > 20;
}

internal sealed class ConfigurationHooks(IUserAccessor user)
{
    [Hook(HookPoint.ConfigurationChange, Name = "admins-only")]
    public HookResult Check(SystemContext change)
    {
        if (change.Setting?.StartsWith("security.", StringComparison.OrdinalIgnoreCase) == true && user.Current != "admin")
            return HookResult.Cancel($"'{change.Setting}' is for administrators");
        if (change is { Setting: "log.level", NewValue: string level } && level != level.ToLowerInvariant())
        {
            change.NewValue = level.ToLowerInvariant();
            return HookResult.Modified;
        }

        return HookResult.Continue;
    }
}

/// <summary>What a container would be in the real program.</summary>
internal sealed class Container : IServiceProvider
{
    private readonly Dictionary<Type, Lazy<object>> _services = [];

    public Container Add<T>(Func<IServiceProvider, T> make)
        where T : class
    {
        _services[typeof(T)] = new Lazy<object>(() => make(this));
        return this;
    }

    public object? GetService(Type serviceType) => _services.TryGetValue(serviceType, out var service) ? service.Value : null;
}

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var services = new Container()
            .Add<IPolicyClient>(_ => new PolicyClient())
            .Add<IUserAccessor>(_ => new EnvironmentUser())
            .Add(provider => new PolicyHooks((IPolicyClient)provider.GetService(typeof(IPolicyClient))!, TimeProvider.System))
            .Add(provider => new ConfigurationHooks((IUserAccessor)provider.GetService(typeof(IUserAccessor))!));
        await using var hooks = GeneratedHooks.CreateDispatcher(services);

        var call = new ToolCallContext { ToolName = args.FirstOrDefault() ?? "deploy", Services = services };
        var verdict = await hooks.BeforeToolCallAsync(call);
        Console.WriteLine(verdict);
        return verdict.IsCancel ? 1 : 0;
    }
}
