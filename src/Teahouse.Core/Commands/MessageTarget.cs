using Teahouse.Core.Conversations;
using Teahouse.Core.Network;
using Teahouse.Core.Services;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>Where a message goes: channels and direct chats alike.</summary>
/// <param name="WireName">As the receivers see it.</param>
/// <param name="Away">The receiver's away message, if it is away.</param>
internal sealed record MessageTarget(IConversation Conversation, string WireName, string? Away)
{
    /// <summary>Of a message to a status.</summary>
    public StatusPost? Status { get; private init; }

    /// <summary>The receiver takes no CTCP.</summary>
    public bool NoCtcp { get; private init; }

    /// <summary>The receiver's identity, if it only stays: its sender is told so once an hour.</summary>
    public string? Offline { get; private init; }

    /// <summary>To read what was said to a status; see <see cref="HistoryReader.RoomSince"/>.</summary>
    public long? RoomSince { get; private init; }

    /// <summary>Why nothing new may be sent there.</summary>
    public Refusal? Barred { get; private init; }

    /// <param name="evenIfBarred">Also where nothing may be sent, with the reason: what was sent before is answered all the same.</param>
    public static async ValueTask<(MessageTarget? Target, Refusal? Refusal)> FindAsync(Session session, string name, bool evenIfBarred = false)
    {
        var (target, refusal) = await FindAnyAsync(session, name);
        return target?.Barred is { } barred && !evenIfBarred ? (null, barred) : (target, refusal);
    }

    private static async ValueTask<(MessageTarget? Target, Refusal? Refusal)> FindAnyAsync(Session session, string name)
    {
        var network = session.Engine.Network;
        if (name.StartsWith('#'))
        {
            return ChannelName.TryParse(name, out var channel)
                ? (new MessageTarget(network.Channel(channel), channel.Value, null), null)
                : (null, new Refusal(Numeric.ERR_NOSUCHCHANNEL, name, "No such channel"));
        }
        if (StatusTarget.TryParse(name, out var rank, out var room)) return await ToStatusAsync(session, name, room, rank);
        if (ServiceTable.Find(name) is { } service) return (null, new Refusal(Numeric.ERR_NOSUCHNICK, service.Name, ServiceTexts.OneAtATime));
        if (!Nick.TryParse(name, out var nick)) return (null, NoSuchNick(name));
        if (await network.FindUserAsync(nick) is { } found) return await ToUserAsync(session, found, found.User.Identity, found.User.Nick.Value);
        // Whoever has an account can be written to, here or not.
        if (await session.Engine.Accounts.FindAsync(name) is not { } account) return (null, NoSuchNick(name));
        // Here under another nick: that is the name by which its sessions know themselves.
        var identity = Identities.OfAccount(account.Id);
        var present = await network.FindIdentityAsync(identity);
        return await ToUserAsync(session, present, identity, present?.User.Nick.Value ?? account.Name);
    }

    /// <param name="found">Null: an account that is not here.</param>
    private static async ValueTask<(MessageTarget? Target, Refusal? Refusal)> ToUserAsync(Session session, UserView? found, string identity, string wireName)
    {
        var network = session.Engine.Network;
        var own = session.User!;
        if (found is { User: { } other } && other.Has(UserModes.RegisteredOnly) && own.Snapshot.AccountId == 0 && !await network.AcceptsAsync(other.Id, own.Snapshot.Identity))
            return (new MessageTarget(network.Direct(own.Snapshot.Identity, identity), wireName, null) { Barred = new Refusal(Numeric.ERR_NEEDREGGEDNICK, wireName, "takes direct messages only from those who are logged in (+R)") }, null);
        // Whoever writes to somebody may be answered.
        own.Accepted.Add(identity, wireName);
        return (new MessageTarget(network.Direct(own.Snapshot.Identity, identity), wireName, found?.User.Away)
        {
            NoCtcp = found?.User.Has(UserModes.NoCtcp) ?? false,
            Offline = found is { User.Offline: true } ? identity : null,
        }, null);
    }

    private static async ValueTask<(MessageTarget? Target, Refusal? Refusal)> ToStatusAsync(Session session, string text, ChannelName name, MemberModes rank)
    {
        var network = session.Engine.Network;
        var by = session.User!.Snapshot;
        if ((await network.Channel(name).AskAsync(new Look())).View is not { } view) return (Barring(new Refusal(Numeric.ERR_NOSUCHCHANNEL, text, "No such channel")), null);
        var member = view.Member(by.Id);
        if (ChannelPosts.WhyNot(view.Settings, member, by) is { } mode)
            return (Barring(new Refusal(Numeric.ERR_CANNOTSENDTOCHAN, text, $"Cannot send to channel (+{mode})")), null);
        var hearers = view.Members.Where(m => m.Modes.IsAtLeast(rank)).Select(m => m.User.Identity).Append(by.Identity);
        var wireName = MemberRanks.Symbols(rank, all: false) + view.Settings.Name;
        return (new MessageTarget(network.Status(name, rank), wireName, null)
        {
            Status = new StatusPost([.. hearers], view.Settings.Has(ChannelFlags.NoCtcp), view.Recorded),
            RoomSince = HistoryRules.StatusSince(view, member, rank, session.Engine.Options.History, session.Engine.Now),
        }, null);

        MessageTarget Barring(Refusal refusal) => new(network.Status(name, rank), text, null) { Barred = refusal };
    }

    private static Refusal NoSuchNick(string name) => new(Numeric.ERR_NOSUCHNICK, name, "No such nick or channel");
}
