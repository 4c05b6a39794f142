using Teahouse.Core.Sessions;

namespace Teahouse.Core.Operators;

/// <summary>What happens to those whom a ban hits.</summary>
internal static class BanEnforcement
{
    /// <summary>The last word to one whom it hits; one who is not to know of a silent one gets a sentence that says nothing.</summary>
    public static string Sentence(Ban ban) => ban.Silent ? "Connection closed" : ban.Reason.Length == 0 ? "Banned" : $"Banned ({ban.Reason})";

    /// <summary>Ends the connections that it hits; how many.</summary>
    public static async ValueTask<int> ApplyAsync(Engine engine, Ban ban)
    {
        var hit = engine.Sessions().Where(s => BanList.Hits(ban, BanSubject.Of(s))).ToHashSet();
        foreach (var session in hit) session.Close(Sentence(ban));
        // Nobody waits for the return of one who may not.
        foreach (var user in hit.Select(s => s.User).OfType<Users.User>().Distinct())
            if (user.Sessions.All(hit.Contains)) await engine.Presence.ExpelAsync(user.Id, Sentence(ban));
        return hit.Count;
    }

    /// <summary>Ends the session if a ban hits what it has become by a new name or account.</summary>
    public static async ValueTask LookAgainAsync(Session session)
    {
        var engine = session.Engine;
        if (engine.Bans.Find(BanSubject.Of(session)) is not { } ban) return;
        session.Close(Sentence(ban));
        if (session.User is { Sessions.Length: 1 } user) await engine.Presence.ExpelAsync(user.Id, Sentence(ban));
    }
}
