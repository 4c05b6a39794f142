using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    private const string ActionStart = "\u0001ACTION ";

    private void ApplySaid(Happening h)
    {
        if (IsDiverted(h.Label)) return;
        if (h.Message.Source is null or { User: null, Host: null } && !h.From.IsMe && !IsRoomName(TargetOf(h.Message)) && h.Message.Command == "NOTICE")
        {
            AddNotice(h);
            return;
        }
        if (h.From.IsMe && h.Message.Source is { Host: not null } source && IsMe(source.Name)) OwnSource = source;
        var conversation = ConversationOf(h);
        if (conversation is null) return;
        conversation.Typists.Remove(h.From.Nick);
        Take(conversation, h, replay: false);
    }

    private void ApplyTags(Happening h)
    {
        var conversation = ConversationOf(h);
        if (conversation is null) return;
        if (h.Message.Tags[TagNames.Typing] is { } typing && !h.From.IsMe)
        {
            if (Ignores(h.From)) return;
            if (typing == "active") conversation.Typists[h.From.Nick] = h.Now + TypingTimes.Active;
            else if (typing == "paused") conversation.Typists[h.From.Nick] = h.Now + TypingTimes.Paused;
            else conversation.Typists.Remove(h.From.Nick);
            Touch(conversation);
        }
        if (SequenceOf(h) is not null) Take(conversation, h, replay: false);
        else Annotate(conversation, h);
    }

    private void ApplyHistory(string target, IEnumerable<IncomingLine> lines, DateTimeOffset now)
    {
        var conversation = IsRoomName(target) ? FindRoom(target) : (Conversation)GetChat(target);
        if (conversation is null) return;
        foreach (var line in lines) Take(conversation, new(line.Message, null, now, SenderOf(line.Message), line.Text), replay: true);
        Touch(conversation);
    }

    /// <summary>Puts it into the timeline if it belongs there; an own message under way becomes this entry.</summary>
    private void Take(Conversation conversation, Happening h, bool replay)
    {
        Annotate(conversation, h);
        var item = ItemOf(h);
        if (item is null) return;
        item = item with { MessageId = h.MessageId, Sequence = SequenceOf(h) };
        if (item is TimelineMessage { From.IsMe: true } own && MatchPending(conversation, own, h.Label, replay) is { } pending)
        {
            // An entry that the history brought earlier stays where it is.
            item = item with { Key = pending.Key };
            conversation.Timeline.RemovePending(pending.Key);
            PendingList.Remove(pending);
            if (pending.Repeatable) conversation.LastOwnId = pending.Id;
        }
        if (item is TimelineMessage { ReplyTo: { } answered } reply && !h.From.IsMe && conversation.Timeline.Find(answered) is { From.IsMe: true })
            item = reply with { Mention = true };
        item = conversation.Annotations.Apply(item);
        var era = conversation.Timeline.Epoch;
        var added = conversation.Timeline.Add(item, replay);
        if (conversation.Timeline.Epoch != era) EraBegan(conversation, isFirst: era == 0, replay);
        Touch(conversation);
        if (added) Archive(conversation, h, item);
        if (!added || item is not TimelineMessage said) return;
        if (!replay && conversation is Room room) LearnOf(room, h.From);
        Noticed(conversation, h);
        Hear(conversation, said, replay);
    }

    // In rooms too large to ask about all, who speaks is learned when they speak.
    private void LearnOf(Room room, Sender from)
    {
        if (!Has(Protocol.Capabilities.AccountTag) || room.Member(from.Nick) is not { } member) return;
        if (member.Account == from.Account && member.IsGuest == from.IsGuest) return;
        room.MemberTable[member.Nick] = member with { Account = from.Account, IsGuest = from.IsGuest };
    }

    private static void EraBegan(Conversation conversation, bool isFirst, bool replay)
    {
        // Where nothing had ever been said, a first entry that is not number one has a hole before it.
        if (isFirst && (replay || !conversation.Timeline.IsLoaded || conversation.Timeline.HasFirst)) return;
        conversation.Timeline.IsLoaded = false;
        conversation.Attachment = Attachment.Behind;
    }

    private void Noticed(Conversation conversation, Happening h)
    {
        if (h.Time > conversation.LastActivity) conversation.LastActivity = h.Time;
        if (conversation is not DirectChat chat) return;
        if (!h.From.IsMe && AsciiCase.Comparer.Equals(h.From.Nick, chat.Name)) (chat.Account, chat.IsGuest) = (h.From.Account ?? chat.Account, h.From.IsGuest);
        SortChats();
    }

    internal void SortChats()
    {
        ChatList.Sort((a, b) => b.LastActivity.CompareTo(a.LastActivity));
        Touch();
    }

    private TimelineItem? ItemOf(Happening h)
    {
        var m = h.Message;
        TimelineEvent Event(EventKind kind, string text = "", string subject = "") =>
            new() { Key = NextKey(), Time = h.Time, From = h.From, Kind = kind, Text = text, Subject = subject };
        string At(int index) => index < m.Count ? m[index] : "";
        return m.Command switch
        {
            "PRIVMSG" or "NOTICE" when m.Count >= 2 && MessageOf(h) is { } message => message,
            "JOIN" => Event(EventKind.Join),
            "PART" => Event(EventKind.Part, At(1)),
            "QUIT" => Event(EventKind.Quit, At(0)),
            "KICK" => Event(EventKind.Kick, At(2), At(1)),
            "NICK" => Event(EventKind.Nick, "", At(0)),
            "RENAME" => Event(EventKind.Rename, At(2), At(1)),
            "TOPIC" => Event(EventKind.Topic, At(1)),
            "MODE" => Event(EventKind.Mode, string.Join(' ', m.Parameters.Skip(1))),
            // Every number has its row, else it would look like a hole.
            _ => SequenceOf(h) is null ? null : Event(EventKind.Placeholder),
        };
    }

    private TimelineMessage? MessageOf(Happening h)
    {
        var text = h.Whole ?? h.Message[1];
        var kind = h.Message.Command == "NOTICE" ? MessageKind.Notice : MessageKind.Message;
        if (text.StartsWith('\u0001'))
        {
            // Of CTCP only ACTION is something said.
            if (!text.StartsWith(ActionStart, StringComparison.Ordinal)) return null;
            kind = MessageKind.Action;
            text = text[ActionStart.Length..].TrimEnd('\u0001');
        }
        var calls = GroupMentions.OfTag(h.Message.Tags[TagNames.Mention]);
        return new()
        {
            Key = NextKey(), Time = h.Time, From = h.From, Text = text, Kind = kind, Calls = calls,
            Mention = !h.From.IsMe && (Mentions.Names(text, Me.Nick) || calls == GroupMention.All || (calls == GroupMention.Here && Me.AwayText is null)), ClientId = h.From.IsMe ? h.ClientId : null, ReplyTo = ReplyOf(h.Message),
        };
    }

    private Conversation? ConversationOf(Happening h)
    {
        var target = TargetOf(h.Message);
        if (IsRoomName(target)) return FindRoom(target);
        var other = h.From.IsMe && !IsMe(target) ? target : h.From.Nick;
        var chat = FindChat(other);
        if (chat is null)
        {
            // Typing alone begins no chat.
            if (h.Message.Command is "TAGMSG" or "REDACT" && h.Sequence is null) return null;
            chat = GetChat(other);
            chat.Attachment = Attachment.Behind;
            chat.ReadPosition = new(DateTimeOffset.MinValue);
            chat.IsReadPositionGuess = true;
        }
        if (!h.From.IsMe && h.From.Account is { } account && chat.Account is { } known && !AsciiCase.Comparer.Equals(account, known))
        {
            // Someone else has taken the nick: what was said with its holder before stays between those two.
            Archive(new ArchiveChange.Forgotten(chat.Name));
            chat.Timeline.Clear();
            chat.Account = account;
            chat.Attachment = Attachment.Behind;
        }
        return chat;
    }

    // What is said to the operators of a room is a conversation with numbers of its own.
    private SequenceTag? SequenceOf(Happening h) => h.Message.Count > 0 && TargetOf(h.Message) != h.Message[0] ? null : h.Sequence;

    // A message to the operators of a room is shown in the room.
    private string TargetOf(Message message)
    {
        var target = message[0];
        var room = target.TrimStart([.. Features.StatusMessage]);
        return IsRoomName(room) ? room : target;
    }
}
