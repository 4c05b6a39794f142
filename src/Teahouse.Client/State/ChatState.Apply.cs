using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    private BatchAssembler _batches = new();

    /// <summary>The latest time that the server has told.</summary>
    internal DateTimeOffset LatestTime { get; private set; }

    /// <summary>How far the server's clock is ahead of this device's.</summary>
    internal TimeSpan ClockOffset { get; private set; }

    /// <summary>
    /// The server dropped what this connection was too slow for. Into rooms it lets one in anew; what was said directly has to be fetched.
    /// </summary>
    internal bool FellBehind { get; set; }

    /// <summary>Takes one line from the server.</summary>
    /// <param name="now">The time of what carries none.</param>
    /// <returns>The line or outermost batch that is complete by it; null while its batch is open.</returns>
    /// <exception cref="InvalidDataException">The server broke the rules of batches.</exception>
    internal Incoming? Apply(Message message, DateTimeOffset now)
    {
        var arrival = _batches.Add(message);
        if (arrival.Now is IncomingLine line)
            Apply(new Happening(line.Message, arrival.Label, now, SenderOf(line.Message), line.Text));
        else if (arrival.Now is IncomingBatch { Parameters: [var target, ..] } history)
        {
            if (IsDiverted(arrival.Label)) TakeDiverted(arrival.Label!, target, history.Entries(), now);
            else ApplyHistory(target, history.Entries(), now);
        }
        return arrival.Complete;
    }

    private void Apply(Happening h)
    {
        if (h.Time > LatestTime) LatestTime = h.Time;
        if (int.TryParse(h.Message.Command, NumberStyles.None, CultureInfo.InvariantCulture, out var numeric))
        {
            ApplyNumeric(h, numeric);
            return;
        }
        switch (h.Message.Command)
        {
            case "PRIVMSG" or "NOTICE" when h.Message.Count >= 2: ApplySaid(h); break;
            case "TAGMSG" when h.Message.Count >= 1: ApplyTags(h); break;
            case "REDACT" when h.Message.Count >= 2: ApplyRedact(h); break;
            case "MARKREAD" when h.Message.Count >= 2: ApplyReadMarker(h); break;
            case "JOIN" when h.Message.Count >= 1: ApplyJoin(h); break;
            case "PART" when h.Message.Count >= 1: ApplyPart(h); break;
            case "KICK" when h.Message.Count >= 2: ApplyKick(h); break;
            case "QUIT": ApplyQuit(h); break;
            case "INVITE" when h.Message.Count >= 2: ApplyInvite(h); break;
            case "NICK" when h.Message.Count >= 1: ApplyNick(h); break;
            case "RENAME" when h.Message.Count >= 2: ApplyRename(h); break;
            case "TOPIC" when h.Message.Count >= 2: ApplyTopic(h); break;
            case "MODE" when h.Message.Count >= 2: ApplyMode(h); break;
            case "AWAY": UpdateMember(h.From.Nick, m => m with { Away = h.Message.Count > 0, AwayText = h.Message.Count > 0 ? h.Message[0] : "" }); break;
            case "ACCOUNT" when h.Message.Count >= 1: ApplyAccount(h); break;
            case "SETNAME" when h.Message.Count >= 1: UpdateMember(h.From.Nick, m => m with { RealName = h.Message[0] }); break;
            case "CHGHOST" when h.Message.Count >= 2 && IsMe(h.From.Nick): OwnSource = new(h.From.Nick, h.Message[0], h.Message[1]); break;
            case "REGISTER" when h.Message.Count >= 2 && h.Message[0] == "SUCCESS": LoggedIn(h.Message[1]); break;
            case "CAP" when h.Message.Count >= 3: ApplyCapabilities(h.Message); break;
            case "FAIL" when h.Message.Count >= 3: ApplyFail(h); break;
            case "NOTE" when h.Message.Count >= 2 && h.Message[1] == "FELL_BEHIND": ApplyFellBehind(h.Message[0]); break;
            case "WARN" or "NOTE" or "ERROR" when h.Message.Count >= 1: AddNotice(h); break;
            case "PONG" when h.Message.Count >= 1: ApplyPong(h); break;
            case "ACK": ApplyAcknowledgement(h); break;
        }
    }

    /// <summary>The connection is gone: nothing is joined, no answer comes any more.</summary>
    internal void Disconnected()
    {
        _batches = new();
        _diverted.Clear();
        Redirected.Clear();
        Capabilities.Clear();
        _loggedIn = false;
        if (LatestTime != default) _missedSince = LatestTime;
        FellBehind = false;
        foreach (var room in RoomList)
        {
            room.IsJoined = false;
            room.Names = null;
        }
        foreach (var conversation in Conversations)
        {
            conversation.Attachment = Attachment.None;
            conversation.Typists.Clear();
            Touch(conversation);
        }
        InterruptPending();
        Touch();
    }

    private Sender SenderOf(Message message)
    {
        var nick = message.Source?.Name ?? Network;
        var account = message.Tags[TagNames.Account];
        // An account tells more than a nick, which may have been someone else's at that time.
        var isMe = account is null ? IsMe(nick) : AsciiCase.Comparer.Equals(account, Me.Account);
        return new(nick, account, isMe, message.Tags.Contains(TagNames.Guest));
    }

    private void AddNotice(Happening h)
    {
        const int Most = 200;
        NoticeList.Add(new(h.Time, h.Message[^1]));
        if (NoticeList.Count > Most) NoticeList.RemoveAt(0);
        Touch();
    }
}
