using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    // On this connection; who one is stays known while it is away.
    private bool _loggedIn;

    private const int MostListed = 5000;

    /// <summary>The running answer to LIST.</summary>
    internal List<ListedRoom> Listed { get; } = [];

    internal const string WhoToken = "152";
    internal const string WhoFields = "%tcnfar," + WhoToken;

    /// <summary>The capabilities that are on.</summary>
    internal HashSet<string> Capabilities { get; } = new(StringComparer.Ordinal);

    /// <summary>People on this server when it last said so (LUSERS, and by itself at the login); 0 before.</summary>
    internal int Crowd { get; private set; }

    /// <summary>How others see this connection; a guess of the usual length before the server has told.</summary>
    internal Source OwnSource { get; private set; } = UnknownSource("nick");

    internal bool Has(string capability) => Capabilities.Contains(capability);

    /// <summary>What a message of several lines may be here; null where there are none.</summary>
    internal MultilineLimits? Multiline => Has(Protocol.Capabilities.Multiline) && Has(Protocol.Capabilities.Batch) ? _multiline : null;

    private MultilineLimits? _multiline;

    private static Source UnknownSource(string nick) => new(nick, new string('u', 12), new string('h', 63));

    private void ApplyNumeric(Happening h, int numeric)
    {
        var m = h.Message;
        switch (numeric)
        {
            case Numeric.RPL_WELCOME when m.Count >= 1:
                Set(Me with { Nick = m[0], Account = _loggedIn ? Me.Account : null });
                OwnSource = UnknownSource(m[0]);
                LearnTime(m.Tags[TagNames.Time], h.Now);
                break;
            case Numeric.RPL_ISUPPORT:
                Features = Features.With(m);
                Touch();
                break;
            case Numeric.RPL_LOCALUSERS when m.Count >= 3 && int.TryParse(m[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var people): Crowd = people; break;
            case Numeric.RPL_LOGGEDIN when m.Count >= 3: LoggedIn(m[2]); break;
            case Numeric.RPL_LOGGEDOUT: Set(Me with { Account = null }); break;
            case Numeric.RPL_UNAWAY: Set(Me with { AwayText = null }); break;
            case Numeric.RPL_NOWAWAY: Set(Me with { AwayText = WantedAwayText }); break;
            case Numeric.RPL_LIST when m.Count >= 4 && Listed.Count < MostListed && int.TryParse(m[2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var members): Listed.Add(new(m[1], members, m[3])); break;
            case Numeric.RPL_BANLIST when m.Count >= 3: ApplyBan(m); break;
            case Numeric.RPL_NOTOPIC when m.Count >= 2: SetTopic(m[1], ""); break;
            case Numeric.RPL_TOPIC when m.Count >= 3: SetTopic(m[1], m[2]); break;
            case Numeric.RPL_NAMREPLY when m.Count >= 4 && FindRoom(m[2]) is { } room:
                foreach (var entry in m[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)) AddName(room, entry);
                break;
            // What WHO with these fields answers: token, channel, nick, flags, account, real name.
            case Numeric.RPL_WHOSPCRPL when m is { Count: >= 7 } && m[1] == WhoToken: ApplyWho(m); break;
            case Numeric.RPL_ENDOFNAMES when m.Count >= 2 && FindRoom(m[1]) is { } room: EndNames(room); break;
            case >= 400 and < 600 when m.Count >= 2: ApplyErrorNumeric(h); break;
        }
    }

    private void ApplyWho(Message m)
    {
        if (FindRoom(m[2]) is not { } room || room.Member(m[3]) is not { } member) return;
        room.MemberTable[member.Nick] = member with
        {
            Away = m[4].StartsWith('G'),
            Account = m[5] == "0" ? null : m[5],
            RealName = m[6],
            IsGuest = Features.GuestFlag is { } flag && m[4].Contains(flag, StringComparison.Ordinal),
        };
        Touch(room);
    }

    private void LoggedIn(string account)
    {
        _loggedIn = true;
        Set(Me with { Account = account });
    }

    private void ApplyErrorNumeric(Happening h)
    {
        var problem = Problems.Of(h.Message);
        if (RefusePending(h, h.Message[1], problem) || h.Message.Count < 3) return;
        // Wanted, and not let in.
        if (FindRoom(h.Message[1]) is { Wanted: true, IsJoined: false } room) Expel(room, problem);
    }

    private void LearnTime(string? told, DateTimeOffset now)
    {
        if (ServerTime.TryParse(told, out DateTimeOffset time)) ClockOffset = time - now;
    }

    private void ApplyFail(Happening h)
    {
        // FAIL PRIVMSG ID_INVALID target id final time: what the id should have been made from.
        if (h.Message is { Count: >= 7 } && h.Message[1] == "ID_INVALID") LearnTime(h.Message[5], h.Now);
        var target = h.Message.Count > 3 ? h.Message[2] : "";
        var problem = Problems.Of(h.Message);
        switch (h.Message[0])
        {
            case "PRIVMSG" or "NOTICE" or "TAGMSG" or "BATCH" when RefusePending(h, target, problem):
            case "CHATHISTORY" or "REGISTER" or "OWNER":
                break;
            case "JOIN" when problem.Instead is { } name && FindRoom(target) is { Wanted: true, IsJoined: false } away:
                Redirect(away, name);
                break;
            case "JOIN" when FindRoom(target) is { Wanted: true, IsJoined: false } room:
                Expel(room, problem);
                break;
            default:
                if (h.Label is null) AddNotice(h);
                break;
        }
    }

    private void ApplyCapabilities(Message m)
    {
        foreach (var item in m[1] is "LS" or "NEW" ? CapabilityList.Parse(m[^1]) : [])
        {
            if (item.Name == Protocol.Capabilities.Multiline) _multiline = MultilineLimits.Parse(item.Value);
        }
        foreach (var item in m[1] is "ACK" or "DEL" ? CapabilityList.ParseRequests(m[^1]) : [])
        {
            if (m[1] == "DEL" || item.Remove) Capabilities.Remove(item.Name);
            else Capabilities.Add(item.Name);
        }
    }

    private void SetTopic(string name, string topic)
    {
        if (FindRoom(name) is not { } room) return;
        room.Topic = topic;
        Touch(room);
    }
}
