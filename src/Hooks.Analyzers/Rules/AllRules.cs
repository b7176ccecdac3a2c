using Hooks.Analyzers.Rules.Bodies;
using Hooks.Analyzers.Rules.Chains;
using Hooks.Analyzers.Rules.Clients;
using Hooks.Analyzers.Rules.Commands;
using Hooks.Analyzers.Rules.Declarations;
using Hooks.Analyzers.Rules.Firing;
using Hooks.Analyzers.Rules.Tables;

namespace Hooks.Analyzers.Rules;

/// <summary>Every rule, by what it looks at.</summary>
internal static class AllRules
{
    public static IReadOnlyList<DeclarationRule> OfDeclarations { get; } =
    [
        new Hook001ReturnType(),
        new Hook002Parameters(),
        new Hook003VerdictAtObserveOnlyPoint(),
        new Hook004NotCallable(),
        new Hook005AsyncVoid(),
        new Hook006SameName(),
        new Hook007SamePointTwice(),
        new Hook008UnknownPoint(),
        new Hook009ImpossibleOrder(),
        new Hook010BackgroundVerdict(),
        new Hook011Numbers(),
        new Hook012ToolsWithoutTool(),
        new Hook014BlockAtObserveOnlyPoint(),
        new Hook101ToolPatternNeverMatches(),
        new Hook102SynchronousTimeout(),
        new Hook103TimeoutWithoutToken(),
        new Hook107GuardOpensWhenItBreaks(),
        new Hook108ChangeBehindGuard(),
        new Hook109NoUsableConstructor(),
        new Hook117NameOfReference(),
        new Hook118HookInNoTable(),
        new Hook201OrderByName(),
        new Hook303PointThatNobodyRaises(),
    ];

    public static IReadOnlyList<AttributeRule> OfAttributes { get; } =
    [
        new Hook015UnusableTableClass(),
        new Hook101GroupNeverMatches(),
        new Hook119PointSettings(),
        new Hook120ExcludesNothing(),
    ];

    public static IReadOnlyList<BodyRule> OfBodies { get; } =
    [
        new Hook013ResultNotAllowed(),
        new Hook104TokenNotPassedOn(),
        new Hook105BlockingWait(),
        new Hook106ChangeIsLost(),
        new Hook116ReturnDefault(),
        new Hook203ConstantVerdict(),
        new Hook204ChangeWithoutModified(),
        new Hook301ConsoleOutput(),
        new Hook302EndsProcess(),
        new Hook304VerdictNotExpressed(),
        new Hook305EndlessWork(),
    ];

    public static IReadOnlyList<FireRule> OfFires { get; } =
    [
        new Hook111VerdictDiscarded(),
        new Hook113SynchronousFire(),
        new Hook114SynchronousRetries(),
    ];

    public static IReadOnlyList<ClientRule> OfClients { get; } =
    [
        new Hook115FunctionWithoutHooks(),
    ];

    public static IReadOnlyList<TableRule> OfTables { get; } =
    [
        new Hook112TableNeverUsed(),
        new Hook202MergedReferences(),
    ];
}
