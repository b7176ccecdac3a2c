using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>Firing a point that nobody has hooked, in a program with hooks at other points.</summary>
internal static class NoHooks
{
    public static Group Group { get; } = new FiringGroup("no-hooks", "A point without hooks", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = new PermissionContext { ToolName = "bash" };
        return
        [
            new Variant<Empty>("empty call", new(context)),
            new Variant<Async>("async entry", new(dispatcher, context)) { Baseline = "empty call", Budget = Budget.Nanoseconds(3) },
            new Variant<Sync>("sync entry", new(dispatcher, context)) { Baseline = "empty call", Budget = Budget.Nanoseconds(3) },
            new Variant<Observing>("async entry, observe-only point", new(dispatcher, new() { SessionId = "s" })) { Baseline = "empty call", Budget = Budget.Nanoseconds(3) },
            new Variant<Asking>("HasHooks", new(dispatcher)) { Baseline = "empty call" },
        ];
    });

    private readonly struct Empty(PermissionContext context) : IFire
    {
        public HookResult Fire() => Call(context, CancellationToken.None) is null ? HookResult.Modified : default;

        // It returns something, because a native compiler leaves out calls of methods that do nothing at all.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static PermissionContext Call(PermissionContext context, CancellationToken cancellationToken) => context;
    }

    private readonly struct Async(HookDispatcher dispatcher, PermissionContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.PermissionRequestAsync(context));
    }

    private readonly struct Sync(HookDispatcher dispatcher, PermissionContext context) : IFire
    {
        public HookResult Fire() => dispatcher.PermissionRequest(context);
    }

    private readonly struct Observing(HookDispatcher dispatcher, SessionContext context) : IFire
    {
        public HookResult Fire()
        {
            if (!dispatcher.SessionStartAsync(context).IsCompletedSuccessfully)
                throw new InvalidOperationException("A fire without hooks is not complete.");
            return default;
        }
    }

    private readonly struct Asking(HookDispatcher dispatcher) : IFire
    {
        public HookResult Fire() => dispatcher.HasHooks(HookPoint.PermissionRequest) ? HookResult.Modified : default;
    }
}
