using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>CAP. https://ircv3.net/specs/extensions/capability-negotiation</summary>
internal static class CapCommand
{
    /// <summary>Bytes of names on one line.</summary>
    private const int Room = 400;

    public static readonly Command Command = new("CAP", MinParams: 1, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        switch (context[0].ToUpperInvariant())
        {
            case "LS":
                ListOffered(context);
                break;
            case "LIST":
                var enabled = CapabilityTable.Rows.Where(r => session.Has(r.Flag)).Select(r => r.Name);
                Lines(context, "LIST", enabled);
                break;
            case "REQ":
                Request(context);
                break;
            case "END":
                if (session.User is not null) return;
                session.Registration.Negotiating = false;
                await RegistrationEnd.TryAsync(session);
                break;
            default:
                context.Reply.Numeric(Numeric.ERR_INVALIDCAPCMD, context[0], "Invalid CAP subcommand");
                break;
        }
    }

    private static void ListOffered(CommandContext context)
    {
        var session = context.Session;
        if (session.User is null) session.Registration.Negotiating = true;
        if (int.TryParse(context.At(1), out var version)) session.Registration.CapVersion = Math.Max(session.Registration.CapVersion, version);
        var modern = session.Registration.CapVersion >= 302;
        // cap-notify comes with CAP 302 and needs no request.
        if (modern) session.Subscriber.Capabilities |= CapabilitySet.CapNotify;
        if (modern) Lines(context, "LS", CapabilityTable.OfferedTo(session).Select(r => new Capability(r.Name, r.ValueFor(session)).ToString()));
        else ListToOld(context, CapabilityTable.OfferedTo(session).Where(r => r.Flag != CapabilitySet.Sts).Select(r => r.Name));
    }

    /// <summary>Before CAP 302 there is one line only: what is ratified, and as much of the rest as has room.</summary>
    private static void ListToOld(CommandContext context, IEnumerable<string> names) =>
        Lines(context, "LS", CapabilityList.Lines(names.OrderBy(n => n.Contains('/')), Room).Take(1));

    private static void Lines(CommandContext context, string subcommand, IEnumerable<string> names)
    {
        var lines = CapabilityList.Lines(names, Room);
        if (lines.Count == 0) lines = [""];
        for (var i = 0; i < lines.Count; i++)
        {
            var nick = context.Session.NickOrStar;
            if (i == lines.Count - 1) context.Reply.Line("CAP", nick, subcommand, lines[i]);
            else if (context.Session.Registration.CapVersion >= 302) context.Reply.Line("CAP", nick, subcommand, "*", lines[i]);
            else context.Reply.Line("CAP", nick, subcommand, lines[i]);
        }
    }

    /// <summary>All of them, or none.</summary>
    private static void Request(CommandContext context)
    {
        var session = context.Session;
        if (session.User is null) session.Registration.Negotiating = true;
        var wanted = session.Subscriber.Capabilities;
        foreach (var (name, remove) in CapabilityList.ParseRequests(context.At(1)))
        {
            var row = CapabilityTable.Find(name, session);
            var mayDrop = row?.Flag != CapabilitySet.CapNotify || session.Registration.CapVersion < 302;
            // sts is told, not asked for.
            if (row is null or { Flag: CapabilitySet.Sts } || (remove && !mayDrop))
            {
                context.Reply.Line("CAP", session.NickOrStar, "NAK", context.At(1));
                return;
            }
            wanted = remove ? wanted & ~row.Flag : wanted | row.Flag;
        }
        session.Subscriber.Capabilities = wanted;
        context.Reply.Line("CAP", session.NickOrStar, "ACK", context.At(1));
    }
}
