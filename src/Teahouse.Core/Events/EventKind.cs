namespace Teahouse.Core.Events;

/// <summary>What happened. The numbers are stored: never change one.</summary>
public enum EventKind : byte
{
    Privmsg = 1, Notice = 2, Tagmsg = 3,
    Topic = 16, Mode = 17, Kick = 18, Redact = 19, Rename = 20,
    Join = 32, Part = 33, Quit = 34, Nick = 35, Away = 36, Setname = 37, Account = 38,
    /// <summary>Told, and never stored.</summary>
    Invite = 64, Kill = 65, Wallops = 66, Chghost = 67, Metadata = 80,
}

internal static class EventKinds
{
    /// <summary>The wire command of each kind, indexed by its number.</summary>
    private static readonly string[] Commands = Make();

    public static string Command(this EventKind kind) => Commands[(int)kind];

    /// <summary>PRIVMSG, NOTICE and TAGMSG: what a sender sees again only with echo-message.</summary>
    public static bool IsMessage(this EventKind kind) => kind <= EventKind.Tagmsg;

    public static bool IsPresence(this EventKind kind) => kind >= EventKind.Join;

    /// <summary>In a channel its first parameter is the channel's name.</summary>
    public static bool BeginsWithChannel(this EventKind kind) =>
        kind is EventKind.Privmsg or EventKind.Notice or EventKind.Tagmsg or EventKind.Topic or EventKind.Mode or EventKind.Kick or EventKind.Redact or EventKind.Join or EventKind.Part;

    private static string[] Make()
    {
        var names = new string[(int)Enum.GetValues<EventKind>().Max() + 1];
        foreach (var kind in Enum.GetValues<EventKind>()) names[(int)kind] = kind.ToString().ToUpperInvariant();
        return names;
    }
}
