using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    private void ApplyJoin(Happening h)
    {
        if (!IsMe(h.From.Nick))
        {
            if (FindRoom(h.Message[0]) is not { } known) return;
            known.MemberTable[h.From.Nick] = MemberOf(h);
            known.SinceJoin?[h.From.Nick] = true;
            Take(known, h, replay: false);
            return;
        }
        OwnSource = h.Message.Source ?? OwnSource;
        var room = GetRoom(h.Message[0]);
        room.Name = h.Message[0];
        room.IsJoined = true;
        room.Wanted = true;
        room.Problem = null;
        Forget(room.Name);
        room.WhoAsked = false;
        room.MemberTable.Clear();
        room.MemberTable[h.From.Nick] = MemberOf(h);
        room.SinceJoin = new(AsciiCase.Comparer);
        // What was said before one came is no news.
        room.IsReadPositionGuess |= room.ReadPosition is null;
        room.ReadPosition ??= new(h.Time);
        room.Attachment = Attachment.Behind;
        Touch(room);
        Touch();
    }

    private static Member MemberOf(Happening h)
    {
        // extended-join: JOIN #room account :real name, with * for no account.
        var account = h.Message.Count >= 3 && h.Message[1] != "*" ? h.Message[1] : h.From.Account;
        return new(h.From.Nick, account, RealName: h.Message.Count >= 3 ? h.Message[2] : "", IsGuest: h.From.IsGuest);
    }

    private void ApplyPart(Happening h)
    {
        if (FindRoom(h.Message[0]) is not { } room) return;
        if (IsMe(h.From.Nick))
        {
            Archive(new ArchiveChange.Forgotten(room.Name));
            Remove(room);
            return;
        }
        Leave(room, h.From.Nick);
        Take(room, h, replay: false);
    }

    private void ApplyKick(Happening h)
    {
        if (FindRoom(h.Message[0]) is not { } room) return;
        Take(room, h, replay: false);
        Leave(room, h.Message[1]);
        if (!IsMe(h.Message[1])) return;
        Archive(new ArchiveChange.Forgotten(room.Name));
        Expel(room, new(ProblemKind.NotAllowed, "KICK", h.Message.Count > 2 ? h.Message[2] : ""));
    }

    private void Expel(Room room, Problem problem)
    {
        room.IsJoined = false;
        room.Wanted = false;
        room.Problem = problem;
        room.Attachment = Attachment.None;
        room.MemberTable.Clear();
        Touch(room);
        Touch();
    }

    private void ApplyQuit(Happening h)
    {
        foreach (var room in RoomList)
        {
            if (Leave(room, h.From.Nick)) Take(room, h, replay: false);
        }
    }

    private bool Leave(Room room, string nick)
    {
        room.Typists.Remove(nick);
        room.SinceJoin?[nick] = false;
        Touch(room);
        return room.MemberTable.Remove(nick);
    }

    private void ApplyNick(Happening h)
    {
        var (old, nick) = (h.From.Nick, h.Message[0]);
        if (IsMe(old))
        {
            OwnSource = OwnSource with { Name = nick };
            Set(Me with { Nick = nick });
        }
        foreach (var room in RoomList)
        {
            if (!room.MemberTable.Remove(old, out var member)) continue;
            room.MemberTable[nick] = member with { Nick = nick };
            room.SinceJoin?[old] = false;
            room.SinceJoin?[nick] = true;
            room.Typists.Remove(old);
            Take(room, h, replay: false);
        }
        if (FindChat(old) is { } chat && (FindChat(nick) is null || AsciiCase.Comparer.Equals(old, nick))) Rename(chat, nick);
    }

    private void ApplyTopic(Happening h)
    {
        if (FindRoom(h.Message[0]) is not { } room) return;
        room.Topic = h.Message[1];
        Take(room, h, replay: false);
    }

    private void ApplyMode(Happening h)
    {
        if (FindRoom(h.Message[0]) is not { } room) return;
        var parameters = h.Message.Parameters.Skip(2).GetEnumerator();
        var adding = true;
        foreach (var mode in h.Message[1])
        {
            if (mode is '+' or '-')
            {
                adding = mode == '+';
                continue;
            }
            var symbol = Features.PrefixModes.IndexOf(mode, StringComparison.Ordinal);
            var takesParameter = symbol >= 0
                || Features.ListModes.Contains(mode, StringComparison.Ordinal)
                || Features.AlwaysParameterModes.Contains(mode, StringComparison.Ordinal)
                || (adding && Features.SetParameterModes.Contains(mode, StringComparison.Ordinal));
            if (!takesParameter || !parameters.MoveNext() || symbol < 0) continue;
            if (room.Member(parameters.Current) is { } member)
                room.MemberTable[member.Nick] = member with { Prefixes = WithPrefix(member.Prefixes, Features.PrefixSymbols[symbol], adding) };
        }
        Take(room, h, replay: false);
    }

    private string WithPrefix(string prefixes, char symbol, bool present) =>
        new([.. Features.PrefixSymbols.Where(s => s == symbol ? present : prefixes.Contains(s, StringComparison.Ordinal))]);

    private void ApplyAccount(Happening h)
    {
        var account = h.Message[0] == "*" ? null : h.Message[0];
        if (IsMe(h.From.Nick)) Set(Me with { Account = account });
        UpdateMember(h.From.Nick, m => m with { Account = account, IsGuest = h.From.IsGuest });
    }

    private void UpdateMember(string nick, Func<Member, Member> change)
    {
        foreach (var room in RoomList)
        {
            if (room.Member(nick) is not { } member) continue;
            room.MemberTable[member.Nick] = change(member);
            Touch(room);
        }
    }

    private void AddName(Room room, string entry)
    {
        var nameStart = 0;
        while (nameStart < entry.Length && Features.PrefixSymbols.Contains(entry[nameStart], StringComparison.Ordinal)) nameStart++;
        // userhost-in-names.
        var nick = entry[nameStart..].Split('!')[0];
        if (nick.Length == 0) return;
        room.Names ??= new(AsciiCase.Comparer);
        room.Names[nick] = (room.Member(nick) ?? new(nick)) with { Nick = nick, Prefixes = entry[..nameStart] };
    }

    private void EndNames(Room room)
    {
        if (room.Names is not { } names) return;
        foreach (var (nick, came) in room.SinceJoin ?? [])
        {
            if (!came) names.Remove(nick);
            else if (room.Member(nick) is { } member) names.TryAdd(nick, member);
        }
        room.SinceJoin = null;
        room.Names = null;
        room.WhoDue |= !room.WhoAsked;
        room.MemberTable.Clear();
        foreach (var (nick, member) in names) room.MemberTable[nick] = member;
        Touch(room);
    }
}
