using System.Runtime.CompilerServices;

namespace Hooks.Benchmarks.Hooked;

/// <summary>A hundred synchronous hooks.</summary>
internal static class HundredHooks
{
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook00(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook01(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook02(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook03(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook04(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook05(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook06(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook07(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook08(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook09(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook10(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook11(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook12(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook13(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook14(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook15(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook16(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook17(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook18(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook19(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook20(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook21(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook22(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook23(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook24(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook25(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook26(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook27(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook28(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook29(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook30(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook31(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook32(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook33(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook34(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook35(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook36(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook37(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook38(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook39(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook40(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook41(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook42(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook43(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook44(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook45(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook46(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook47(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook48(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook49(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook50(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook51(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook52(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook53(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook54(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook55(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook56(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook57(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook58(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook59(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook60(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook61(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook62(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook63(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook64(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook65(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook66(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook67(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook68(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook69(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook70(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook71(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook72(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook73(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook74(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook75(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook76(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook77(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook78(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook79(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook80(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook81(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook82(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook83(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook84(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook85(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook86(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook87(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook88(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook89(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook90(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook91(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook92(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook93(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook94(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook95(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook96(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook97(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook98(ToolCallContext context) => Calls.Continue();
    [Hook(HookPoint.ToolResultReady), MethodImpl(MethodImplOptions.NoInlining)]
    public static HookResult Hook99(ToolCallContext context) => Calls.Continue();
}
