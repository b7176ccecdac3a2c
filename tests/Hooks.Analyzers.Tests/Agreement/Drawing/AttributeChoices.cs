namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>How a <c>[Hook]</c> is written: its name, its point, its settings.</summary>
internal static class AttributeChoices
{
    public static IReadOnlyList<Choice> Names { get; } =
    [
        new("name: Hook", "Hook", IsUsual: true),
        new("name: HookAttribute", "HookAttribute"),
        new("name: escaped", "H\\u006fok"),
        new("name: full", "global::Hooks.Hook"),
        new("name: full HookAttribute", "global::Hooks.HookAttribute"),
        new("name: alias", "Guard"),
        new("name: alias of the suffixed name", "SuffixAlias"),
        new("name: alias of the suffixed name, in full", "SuffixAliasAttribute"),
        new("name: alias within a namespace", "InnerAlias"),
        new("name: namespace alias", "H.Hook"),
        new("name: namespace alias with colons", "H::HookAttribute"),
        new("name: global alias", "GlobalGuard"),
        new("name: global alias of the suffixed name", "GlobalSuffix"),
    ];

    public static IReadOnlyList<Choice> CustomNames { get; } =
    [
        new("custom name: Hook", "Hook<$context>", IsUsual: true),
        new("custom name: HookAttribute", "HookAttribute<$context>"),
        new("custom name: full", "global::Hooks.Hook<$context>"),
        new("custom name: namespace alias", "H::HookAttribute<$context>"),
        new("custom name: alias", "OnDeploy") { Context = "Acme.Points.DeployContext" },
        new("custom name: alias of the suffixed name", "Deploying") { Context = "Acme.Points.DeployContext" },
        new("custom name: alias called Hook", "@HookDeploy") { Context = "Acme.Points.DeployContext" },
        new("custom name: alias within a namespace", "InnerOnDeploy") { Context = "Acme.Points.DeployContext" },
        new("custom name: global alias", "GlobalOnDeployed") { Context = "Acme.Points.DeployedContext" },
        new("custom name: global alias of the suffixed name", "GlobalDeployed") { Context = "Acme.Points.DeployedContext" },
    ];

    /// <summary>$point is a member of the enum, $number its number.</summary>
    public static IReadOnlyList<Choice> Points { get; } =
    [
        new("point: member", "HookPoint.$point", IsUsual: true),
        new("point: full", "global::Hooks.HookPoint.$point"),
        new("point: imported member", "$point"),
        new("point: namespace alias", "H::HookPoint.$point"),
        new("point: named argument", "point: HookPoint.$point"),
        new("point: cast number", "(HookPoint)$number"),
        new("point: computed", "HookPoint.$point | 0"),
        new("point: unknown number", "(HookPoint)9$number99"),
        new("point: negative", "(HookPoint)(-$number)"),
        new("point: zero", "0"),
        new("point: default", "default"),
        new("point: wrong constant", "Acme.Points.Constants.NoPoint"),
    ];

    public static IReadOnlyList<Choice> Contexts { get; } =
    [
        new("context: public", "Acme.Points.DeployContext", IsUsual: true),
        new("context: observe-only", "Acme.Points.DeployedContext", IsUsual: true),
        new("context: internal", "Acme.Points.InternalContext"),
        new("context: has a tool", "Acme.Points.ToolishContext"),
        new("context: of a generic base", "Acme.Points.OfGenericContext"),
        new("context: nested", "Acme.Points.Outer.NestedContext"),
        new("context: hidden tool", "Acme.Points.HiddenToolContext"),
        new("context: obsolete", "Acme.Points.SoonContext"),
        new("context: experimental", "Acme.Points.TrialContext"),
        new("context: not sealed", "Acme.Points.OpenContext"),
        new("context: abstract", "Acme.Points.BaseContext"),
        new("context: the base class itself", "CustomHookContext"),
        new("context: without a point", "Acme.Points.PointlessContext"),
        new("context: blank event name", "Acme.Points.BlankContext"),
        new("context: null event name", "Acme.Points.NullContext"),
        new("context: generic", "Acme.Points.GenericContext<int>"),
        new("context: in a generic class", "Acme.Points.GenericOuter<string>.InnerContext"),
        new("context: file-local", "FileContext", Gives: Needs.HidesContext),
    ];

    public static IReadOnlyList<Choice> Priorities { get; } =
    [
        new("priority: none", "", IsUsual: true),
        new("priority: number", "Priority = 10", IsUsual: true),
        new("priority: negative", "Priority = -100"),
        new("priority: named", "Priority = HookPriority.Lowest"),
        new("priority: smallest", "Priority = int.MinValue"),
        new("priority: character", "Priority = 'x'"),
        new("priority: unchecked", "Priority = unchecked((int)3_000_000_000)"),
        new("priority: unchecked sum", "Priority = unchecked(int.MaxValue + 1)"),
        new("priority: unchecked constant", "Priority = Acme.Points.Constants.Overflown"),
    ];

    public static IReadOnlyList<Choice> Tools { get; } =
    [
        new("tools: none", "", IsUsual: true),
        new("tools: name", "Tools = \"Bash\""),
        new("tools: pattern", "Tools = \"@shell|mcp__*\""),
        new("tools: rule syntax", "Tools = \"Bash(git *)\""),
        new("tools: null", "Tools = null"),
        new("tools: empty", "Tools = \"\""),
        new("tools: constant", "Tools = nameof(HookPoint)"),
    ];

    public static IReadOnlyList<Choice> Failures { get; } =
    [
        new("failure: none", "", IsUsual: true),
        new("failure: block", "OnFailure = HookFailurePolicy.Block"),
        new("failure: continue", "OnFailure = HookFailurePolicy.Continue"),
        new("failure: unknown number", "OnFailure = (HookFailurePolicy)77"),
        new("failure: negative", "OnFailure = (HookFailurePolicy)(-1)"),
    ];

    public static IReadOnlyList<Choice> Timeouts { get; } =
    [
        new("timeout: none", "", IsUsual: true),
        new("timeout: one", "TimeoutMilliseconds = 500"),
        new("timeout: zero", "TimeoutMilliseconds = 0"),
        new("timeout: negative", "TimeoutMilliseconds = -1"),
        new("timeout: unchecked", "TimeoutMilliseconds = unchecked(int.MaxValue * 2 + 500)"),
        new("timeout: unchecked constant", "TimeoutMilliseconds = Acme.Points.Constants.Overflown"),
    ];

    public static IReadOnlyList<Choice> Attempts { get; } =
    [
        new("retries: none", "", IsUsual: true),
        new("retries: some", "Retries = 2"),
        new("retries: negative", "Retries = -2"),
        new("retries: character", "Retries = 'x'"),
        new("retries: unchecked", "Retries = unchecked((int)4_294_967_297)"),
    ];

    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new("way: none", "", IsUsual: true),
        new("way: background", "Background = true"),
        new("way: not in the background", "Background = false"),
        new("way: breaker", "CircuitBreaker = true"),
    ];

    public static IReadOnlyList<Choice> Others { get; } =
    [
        new("setting: none", "", IsUsual: true),
        new("setting: name", "Name = \"named\""),
        new("setting: blank name", "Name = \" \""),
        new("setting: order", "After = \"named\""),
        new("setting: cycle", "After = \"named\", Before = \"named\""),
        new("setting: unknown order", "Before = \"nobody\""),
    ];

    /// <summary>Where a list stands: on its own, together with other attributes, with a target.</summary>
    public static IReadOnlyList<Choice> Lists { get; } =
    [
        new("list: own", "[$hook]", IsUsual: true),
        new("list: target", "[method: $hook]"),
        new("list: behind another", "[System.ComponentModel.Description(\"\"), $hook]"),
        new("list: before another", "[$hook, System.ComponentModel.Category(\"\")]"),
    ];
}
