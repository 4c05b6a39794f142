using Teahouse.Web.People;

namespace Teahouse.Web.Composer;

/// <summary>All commands of the composer, in the order in which they are listed.</summary>
public static class ComposerCommands
{
    public static IReadOnlyList<ComposerCommand> All { get; } =
    [
        new("/me", CommandTexts.MeWants, CommandTexts.Me, rest => rest.Length > 0 ? new Composed.Act(rest) : null) { Also = ["/action"] },
        new("/join", CommandTexts.JoinWants, CommandTexts.Join, Join) { Also = ["/j"] },
        new("/msg", CommandTexts.MsgWants, CommandTexts.Msg, rest => OfName(rest, (name, words) => new Composed.Talk(name, words))) { Also = ["/query", "/m", "/q"], TakesName = true },
        new("/whois", CommandTexts.NameWants, CommandTexts.Whois, rest => OfName(rest, (name, _) => new Composed.Profile(name))) { Also = ["/who"], TakesName = true },
        new("/away", CommandTexts.AwayWants, CommandTexts.Away, rest => rest.Length > 0 ? new Composed.Away(rest) : null),
        new("/back", null, CommandTexts.Back, _ => new Composed.Away(null)),
        new("/nick", CommandTexts.NickWants, CommandTexts.Nick, rest => OfName(rest, (name, _) => new Composed.CallMe(name))),
        new("/list", null, CommandTexts.List, _ => new Composed.Browse()) { Also = ["/rooms"] },
        new("/search", CommandTexts.SearchWants, CommandTexts.Search, rest => new Composed.Find(rest)) { Also = ["/find"] },
        new("/ignore", CommandTexts.NameWants, CommandTexts.Ignore, rest => OfName(rest, (name, _) => new Composed.Ignore(name, true))) { TakesName = true },
        new("/unignore", CommandTexts.NameWants, CommandTexts.Unignore, rest => OfName(rest, (name, _) => new Composed.Ignore(name, false))) { TakesName = true },
        InRoom("/part", CommandTexts.PartWants, CommandTexts.Part, rest => new Composed.Leave(rest), "/leave"),
        InRoom("/topic", CommandTexts.TopicWants, CommandTexts.Topic, rest => rest.Length > 0 ? new Composed.Topic(rest) : null),
        InRoom("/rename", CommandTexts.RenameWants, CommandTexts.Rename, rest => OneRoom(rest, name => new Composed.Rename(name))),
        OnMember("/invite", CommandTexts.NameWants, CommandTexts.Invite, (name, _) => new Composed.AskIn(name)),
        OnMember("/kick", CommandTexts.KickWants, CommandTexts.Kick, (name, why) => new Composed.Moderate(MemberAct.Kick, name, why)),
        OnMember("/ban", CommandTexts.KickWants, CommandTexts.Ban, (name, why) => new Composed.Moderate(MemberAct.Ban, name, why), "/kickban", "/kb"),
        OnMember("/unban", CommandTexts.NameWants, CommandTexts.Unban, (name, _) => new Composed.Unban(name)),
        OnMember("/op", CommandTexts.NameWants, CommandTexts.Op, (name, _) => new Composed.Moderate(MemberAct.MakeOperator, name, "")),
        OnMember("/deop", CommandTexts.NameWants, CommandTexts.Deop, (name, _) => new Composed.Moderate(MemberAct.TakeOperator, name, "")),
        OnMember("/voice", CommandTexts.NameWants, CommandTexts.Voice, (name, _) => new Composed.Moderate(MemberAct.GiveVoice, name, "")),
        OnMember("/devoice", CommandTexts.NameWants, CommandTexts.Devoice, (name, _) => new Composed.Moderate(MemberAct.TakeVoice, name, "")),
        new("/help", null, CommandTexts.Help, _ => new Composed.Help()) { Also = ["/commands", "/?"] },
    ];

    private static ComposerCommand InRoom(string name, Text wants, Text does, Func<string, Composed?> read, params string[] also) =>
        new(name, wants, does, read) { Also = also, InRoomsOnly = true };

    private static ComposerCommand OnMember(string name, Text wants, Text does, Func<string, string, Composed> read, params string[] also) =>
        new(name, wants, does, rest => OfName(rest, read)) { Also = also, InRoomsOnly = true, TakesName = true };

    private static Composed? Join(string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return OneRoom(words is [var first, ..] ? first : "", name => new Composed.Join(name, words.Length > 1 ? words[1] : null));
    }

    private static Composed? OneRoom(string typed, Func<string, Composed> asked) =>
        typed.Length == 0 ? null : Composed.RoomName(typed) is { } name ? asked(name) : new Composed.Wrong(ComposerTexts.NotARoomName, typed);

    // "@Marta, ..." is how a name stands in a message.
    private static Composed? OfName(string rest, Func<string, string, Composed> asked)
    {
        var words = rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words is [var first, ..] && first.TrimStart('@').TrimEnd(',', ':', '，', '：') is { Length: > 0 } name ? asked(name, words.Length > 1 ? words[1] : "") : null;
    }
}
