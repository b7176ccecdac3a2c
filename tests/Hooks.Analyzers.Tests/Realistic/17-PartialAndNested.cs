using Hooks;

namespace Adatum.Guards;

/// <summary>All guards of the product, by topic; each topic is one part of the class.</summary>
public static partial class AdatumGuards
{
    internal const int First = -50;

    private static bool Mentions(string? text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
                return true;
        }

        return false;
    }
}

public static partial class AdatumGuards
{
    public static class Databases
    {
        [Hook(HookPoint.BeforeToolCall, Priority = First, Tools = "sql_*|query")]
        public static HookResult NoDdl(ToolCallContext call) =>
            Mentions(call.Arguments.GetString("sql"), "DROP ", "TRUNCATE ", "ALTER ")
                ? HookResult.Cancel("the schema is not changed by agents")
                : HookResult.Continue;

        internal static class Limits
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "sql_*|query")]
            internal static HookResult AddLimit(ToolCallContext call)
            {
                if (!call.Arguments.TryGetString("sql", out var sql) || Mentions(sql, " LIMIT "))
                    return HookResult.Continue;
                call.Arguments["sql"] = $"{sql.TrimEnd(';', ' ')} LIMIT 1000";
                return HookResult.Modified;
            }
        }
    }
}

public static partial class AdatumGuards
{
    /// <summary>Mail goes out under the company's name.</summary>
    public sealed partial class Mail
    {
        private readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase) { "adatum.com" };

        [Hook(HookPoint.BeforeToolCall, Tools = "send_mail", OnFailure = HookFailurePolicy.Block)]
        public partial HookResult CheckRecipients(ToolCallContext call);

        [Hook(HookPoint.AfterToolCall, Tools = "send_mail")]
        public partial ValueTask CountAsync(ToolCallContext call, CancellationToken cancellationToken);
    }

    public sealed partial class Mail
    {
        private int _sent;

        public partial HookResult CheckRecipients(ToolCallContext call)
        {
            if (!call.Arguments.TryGetStrings("to", out var recipients))
                return HookResult.Cancel("there are no recipients");

            var strangers = recipients.Where(address => !_domains.Contains(address[(address.IndexOf('@') + 1)..])).ToList();
            return strangers.Count switch
            {
                0 => HookResult.Continue,
                1 => HookResult.Ask($"{strangers[0]} is not one of us"),
                _ => HookResult.Cancel($"{strangers.Count} recipients are not ours"),
            };
        }

        public async partial ValueTask CountAsync(ToolCallContext call, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _sent) % 100 == 0)
                await Console.Out.WriteLineAsync($"{_sent} mails".AsMemory(), cancellationToken);
        }
    }
}
