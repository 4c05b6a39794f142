using Teahouse.Client;

namespace Teahouse.Web.People;

public enum Presence
{
    Offline,
    Away,
    Online,
}

public static class Presences
{
    public static Presence Of(Member? member) =>
        member is null ? Presence.Offline : member.Away ? Presence.Away : Presence.Online;

    /// <summary>Where anybody with that nick is seen in any of the rooms.</summary>
    public static Presence Of(string nick, IEnumerable<Room> rooms) =>
        Of(rooms.Select(r => r.Member(nick)).FirstOrDefault(m => m is not null));

    public static Text Word(this Presence presence) => presence switch
    {
        Presence.Online => CommonTexts.Online,
        Presence.Away => CommonTexts.Away,
        _ => CommonTexts.Offline,
    };
}
