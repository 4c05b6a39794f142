using Teahouse.Core.Delivery;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>Options that change while the server runs: everything that holds them, and those who are told.</summary>
internal static class OptionsChange
{
    private static readonly Lock Gate = new();

    public static void Apply(Engine engine, ServerOptions next)
    {
        lock (Gate)
        {
            var after = engine.Options.Effective(next);
            var supported = engine.ISupport.SelectMany(line => line).ToHashSet(StringComparer.Ordinal);
            var offered = engine.Sessions().Select(session => (session, Offered(session))).ToList();
            engine.Accounts.Adopt(after);
            engine.Names.Adopt(after);
            engine.Limits.Adopt(after.Limits);
            engine.Options = after;
            List<string> tokens = [.. engine.ISupport.SelectMany(line => line).Where(token => !supported.Contains(token))];
            var gone = supported.Select(Name).Except(engine.ISupport.SelectMany(line => line).Select(Name), StringComparer.Ordinal);
            tokens.AddRange(gone.Select(name => "-" + name));
            foreach (var (session, was) in offered) Tell(session, was, tokens);
        }
    }

    private static void Tell(Session session, List<(CapabilityRow Row, string Shown)> was, List<string> tokens)
    {
        var reply = new Reply(session, null);
        if (session.User is not null && tokens.Count > 0)
        {
            var batched = session.Has(CapabilitySet.ExtendedISupport | CapabilitySet.Batch);
            if (batched) reply.BeginBatch("draft/isupport");
            foreach (var line in ISupportTokens.Lines(tokens, 400)) reply.Numeric(Numeric.RPL_ISUPPORT, [.. line, "are supported by this server"]);
            if (batched) reply.EndBatch();
        }
        Capabilities(session, reply, was);
        reply.Offer();
    }

    /// <summary>https://ircv3.net/specs/extensions/capability-negotiation#cap-notify</summary>
    private static void Capabilities(Session session, Reply reply, List<(CapabilityRow Row, string Shown)> was)
    {
        var now = Offered(session);
        var gone = was.Select(offer => offer.Row).Except(now.Select(offer => offer.Row)).ToList();
        foreach (var row in gone) session.Subscriber.Drop(row.Flag);
        if (!session.Has(CapabilitySet.CapNotify)) return;
        Lines(session, reply, "DEL", gone.Select(row => row.Name));
        Lines(session, reply, "NEW", now.Except(was).Select(offer => offer.Shown));
    }

    private static void Lines(Session session, Reply reply, string subcommand, IEnumerable<string> names)
    {
        foreach (var line in CapabilityList.Lines(names, 400))
            if (line.Length > 0) reply.Line("CAP", session.NickOrStar, subcommand, line);
    }

    private static List<(CapabilityRow Row, string Shown)> Offered(Session session) =>
        [.. CapabilityTable.OfferedTo(session).Select(row => (row, new Capability(row.Name, row.ValueFor(session)).ToString()))];

    private static string Name(string token) => token.Split('=')[0];
}
