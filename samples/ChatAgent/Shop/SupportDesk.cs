using System.Globalization;
using ChatAgent.Models;
using Hooks;
using Microsoft.Extensions.AI;

namespace ChatAgent.Shop;

/// <summary>The tools of a small shop's support desk, on made-up data.</summary>
internal sealed class SupportDesk(Pace pace)
{
    private readonly Dictionary<long, string> _tickets = new()
    {
        [17] = "Ada Byron: a parcel that has not come",
        [18] = "Grace Hopper: wants her money back",
        [19] = "Alan Kay: asks about a price in dollars",
    };

    private readonly Dictionary<string, (string Mail, string Card)> _customers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ada Byron"] = ("ada@example.com", "4111 1111 1111 1111"),
        ["Grace Hopper"] = ("grace@example.com", "5500 0000 0000 0004"),
        ["Alan Kay"] = ("alan@example.com", "3400 0000 0000 009"),
    };

    private bool _carrierWasAsked;

    /// <summary>Everything that was changed, in order: refunds, mails, tickets.</summary>
    public List<string> Done { get; } = [];

    public bool IsCustomer(string mail) => _customers.Values.Any(customer => customer.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<AIFunction> ToTools() =>
    [
        Reading("list_tickets", "Lists the open tickets.", 200, [], _ => string.Join("; ", _tickets.Select(ticket => $"{ticket.Key} {ticket.Value}"))),
        Reading("find_order", "Finds an order by its number.", 300, [("order", "integer")], FindOrder),
        Reading("find_customer", "Finds a customer by name.", 300, [("name", "string")], FindCustomer),
        Reading("track_parcel", "Asks the carrier where a parcel is.", 900, [("parcel", "string")], TrackParcel),
        Reading("exchange_rate", "What one euro is worth in another currency.", 700, [("currency", "string")], ExchangeRate),
        Changing("refund", "Pays money back for an order, in euros.", 800, [("order", "integer"), ("amount", "number")], Refund),
        Changing("send_mail", "Sends a mail to a customer.", 500, [("to", "string"), ("subject", "string"), ("text", "string")], SendMail),
        Changing("close_ticket", "Closes a ticket; it stays on file.", 200, [("ticket", "integer")], arguments => Remove(arguments, "closed")),
        Changing("delete_ticket", "Deletes a ticket for good.", 200, [("ticket", "integer")], arguments => Remove(arguments, "deleted")),
    ];

    private static string FindOrder(HookArguments arguments) => arguments.GetInt64("order", 0) switch
    {
        1017 => "order 1017: bell, saddle; 74.80 EUR; parcel DE-88412",
        1018 => "order 1018: lamp, 129.00 EUR; shipping 8.00 EUR; returned in good order",
        var other => throw new ShopException($"there is no order {other}"),
    };

    private string FindCustomer(HookArguments arguments) => _customers.TryGetValue(arguments.GetString("name", ""), out var customer)
        ? $"{arguments["name"]}, {customer.Mail}, card {customer.Card}, valid until 09/29"
        : throw new ShopException("there is no such customer");

    private string TrackParcel(HookArguments arguments)
    {
        // The carrier's server is asleep until somebody knocks.
        if (!_carrierWasAsked)
        {
            _carrierWasAsked = true;
            throw new ShopException("the carrier does not answer");
        }

        return $"{arguments["parcel"]}: Leipzig, last night; delivery tomorrow";
    }

    private static string ExchangeRate(HookArguments arguments) => arguments.GetString("currency") == "USD" ? "1.09" : throw new ShopException("only USD is known");

    private string Refund(HookArguments arguments) =>
        Do(string.Create(CultureInfo.InvariantCulture, $"refunded {arguments.GetDecimal("amount", 0):0.00} EUR for order {arguments["order"]}"));

    private string SendMail(HookArguments arguments) => Do($"mail to {arguments["to"]}: {arguments["subject"]}");

    private string Remove(HookArguments arguments, string how) => _tickets.Remove(arguments.GetInt64("ticket", 0))
        ? Do($"ticket {arguments["ticket"]} is {how}")
        : throw new ShopException("there is no such ticket");

    private string Do(string what)
    {
        Done.Add(what);
        return what;
    }

    private ShopTool Reading(string name, string description, int milliseconds, (string, string)[] parameters, Func<HookArguments, string> body) =>
        Tool(name, description, milliseconds, parameters, isReadOnly: true, body);

    private ShopTool Changing(string name, string description, int milliseconds, (string, string)[] parameters, Func<HookArguments, string> body) =>
        Tool(name, description, milliseconds, parameters, isReadOnly: false, body);

    private ShopTool Tool(string name, string description, int milliseconds, (string, string)[] parameters, bool isReadOnly, Func<HookArguments, string> body) =>
        new(name, description, parameters, isReadOnly, async (arguments, cancellationToken) =>
        {
            await pace.WaitAsync(milliseconds, cancellationToken);
            return body(arguments);
        });
}
