using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Services.Channels;

/// <summary>All that ChanServ says.</summary>
internal static class ChanServTexts
{
    public const string About = "rooms that belong to accounts";

    public const string RegisterSummary = "Makes a room yours, so that it stays when everybody has left; you must run it";
    public const string DropSummary = "Gives a room up: it ends with its last member";
    public const string TransferSummary = "Gives a room to another account, whole";
    public const string AccessSummary = "What accounts are in a room whenever they come: admin, op, halfop or voice";
    public const string AmodeSummary = "The same, written as modes: +o ann, -o ann; without a mode, the list";
    public const string SetSummary = "Changes what a room does";
    public const string InfoSummary = "Whose a room is, and what it does";
    public const string ListSummary = "The rooms that are yours";

    public static readonly IReadOnlyList<string> SetOptions =
    [
        "HISTORY on|off: whether what is said is kept; off, nobody reads what was said before either",
        "RETENTION <days>|default: how long it is kept; never longer than the server keeps it",
        "MESSAGES <number>|default: how much of it is kept; never more than the server keeps",
        "VISIBLE all|joined|default: what new members may read: all of it, or only what was said since they joined; default is as the server has it",
    ];

    public static readonly ImmutableArray<string> InviteLinkSummary =
    [
        "Makes a word that lets in whoever has it, in place of the room's key; for one person and a week, if you do not say otherwise",
        "Where registration is closed, it also lets as many people make an account: REGISTER <account> * <password> <word>",
    ];

    public static readonly Saying NotOperator = new("You're not a channel operator", AnswerCodes.NotOperator);

    public static readonly Saying SoAlready = new("It is so already", AnswerCodes.SoAlready);
    public const string NoAccountNamed = "There is no such account";
    public const string EndOfList = "End of list";

    public static Saying Answer(Outcome outcome, Saying done) => outcome.Status switch
    {
        OutcomeStatus.Done => done,
        OutcomeStatus.Nothing => SoAlready,
        OutcomeStatus.Refused => outcome.Refusals[0].Parameters[^1],
        OutcomeStatus.NotStored => Failed(outcome.Reason),
        _ => Unknown(outcome.Reason),
    };

    public static string NoSuchRoom(string name) => $"There is no channel {name}";

    public static string NotRegistered(string name) => $"{name} is not registered";

    public static string Registered(string name) => $"{name} is yours now";

    public static string TooMany(int most) => string.Create(CultureInfo.InvariantCulture, $"You have {most} channels already; drop one first");

    public static string HasTooMany(string account, int most) => string.Create(CultureInfo.InvariantCulture, $"{account} has {most} channels already");

    public static string Confirm(string command, string name, string code) => $"To give {name} up for good, write: /msg {ChanServ.Name} {command} {name} {code}";

    public static string Dropped(string name) => $"{name} belongs to nobody now";

    public static string Transferred(string name, string account) => $"{name} belongs to {account} now";

    public static string AccessIs(string account, string name, MemberModes rank) =>
        rank == MemberModes.None ? $"{account} is nothing in particular in {name}" : $"{account} is {RankNames.Of(rank)} in {name}";

    public static string Renamed(string before, string name) => $"{before} is {name} now";

    public static Saying Changed(string name) => new($"{name} is changed", AnswerCodes.Changed);

    public static string NotHere(string nick, string name) => $"{nick} is not in {name}";

    public static string Failed(string reason) => $"Not stored, nothing changed: {reason}";

    public static string Unknown(string reason) => $"Nobody knows whether it was stored: {reason}";

    public static Saying InviteLink(string name, string token, long expires, int uses) => new(
        string.Create(CultureInfo.InvariantCulture, $"Until {ServerTime.Format(expires)} this lets in {uses}: JOIN {name} {token}"),
        AnswerCodes.Write(AnswerCodes.InviteLink, name, token));

    public static string InviteLinkLine(InviteLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.Id}: until {ServerTime.Format(link.Expires)}, for {link.Joins}");

    public static string Founder(string account) => $"Founder: {account}";

    public static string Since(long time) => "Since: " + ServerTime.Format(time);

    public static string Modes(string modes) => $"Modes: {modes}";

    public static Saying History(ChannelSettings settings, Hosting.HistoryOptions server)
    {
        if (settings.HistoryOff) return new("History: off", AnswerCodes.Write(AnswerCodes.History, "off"));
        var (days, messages) = Retention.Of(server).In(settings);
        var kept = (days, messages) switch
        {
            (0, 0) => "without end",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"for {days} days"),
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"up to {messages} messages"),
            _ => string.Create(CultureInfo.InvariantCulture, $"for {days} days and up to {messages} messages"),
        };
        var isHidden = settings.IsHiddenFromNewcomers(server.VisibleFrom);
        return new(
            $"History: on, kept {kept}, new members read {(isHidden ? "what was said since they joined" : "all of it")}",
            AnswerCodes.Write(AnswerCodes.History, isHidden ? "joined" : "all"));
    }
}
