namespace Hooks.Shared;

/// <summary>The ids of all diagnostics. An id is for ever, and never given to another rule.</summary>
internal static class DiagnosticIds
{
    public const string ReturnType = "HOOK001";
    public const string Parameters = "HOOK002";
    public const string VerdictAtObserveOnlyPoint = "HOOK003";
    public const string NotCallable = "HOOK004";
    public const string AsyncVoid = "HOOK005";
    public const string SameName = "HOOK006";
    public const string SamePointTwice = "HOOK007";
    public const string UnknownPoint = "HOOK008";
    public const string ImpossibleOrder = "HOOK009";
    public const string BackgroundVerdict = "HOOK010";
    public const string Numbers = "HOOK011";
    public const string ToolsWithoutTool = "HOOK012";
    public const string ResultNotAllowed = "HOOK013";
    public const string BlockAtObserveOnlyPoint = "HOOK014";
    public const string UnusableTableClass = "HOOK015";
    public const string ToolPatternNeverMatches = "HOOK101";
    public const string SynchronousTimeout = "HOOK102";
    public const string TimeoutWithoutToken = "HOOK103";
    public const string TokenNotPassedOn = "HOOK104";
    public const string BlockingWait = "HOOK105";
    public const string ChangeIsLost = "HOOK106";
    public const string GuardOpensWhenItBreaks = "HOOK107";
    public const string ChangeBehindGuard = "HOOK108";
    public const string NoUsableConstructor = "HOOK109";
    public const string VerdictDiscarded = "HOOK111";
    public const string TableNeverUsed = "HOOK112";
    public const string SynchronousFire = "HOOK113";
    public const string SynchronousRetries = "HOOK114";
    public const string FunctionWithoutHooks = "HOOK115";
    public const string ReturnDefault = "HOOK116";
    public const string NameOfReference = "HOOK117";
    public const string HookInNoTable = "HOOK118";
    public const string PointSetting = "HOOK119";
    public const string ExcludesNothing = "HOOK120";
    public const string OrderByName = "HOOK201";
    public const string MergedReferences = "HOOK202";
    public const string ConstantVerdict = "HOOK203";
    public const string ChangeWithoutModified = "HOOK204";
    public const string ConsoleOutput = "HOOK301";
    public const string EndsProcess = "HOOK302";
    public const string PointThatNobodyRaises = "HOOK303";
    public const string VerdictNotExpressed = "HOOK304";
    public const string EndlessWork = "HOOK305";
}
