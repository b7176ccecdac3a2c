using ChatAgent.Shop;
using Hooks;

namespace ChatAgent.Guards;

/// <summary>Mail goes to customers, and to nobody else.</summary>
internal sealed class MailGuard(SupportDesk desk)
{
    [Hook(HookPoint.BeforeToolCall, Name = "customers-only", Tools = "send_mail", Description = "Denies mail to anybody who is no customer.")]
    public HookResult Check(ToolCallContext call) => call.Arguments.TryGetString("to", out var to) && desk.IsCustomer(to)
        ? HookResult.Continue
        : HookResult.Cancel("mail goes to customers only");
}
