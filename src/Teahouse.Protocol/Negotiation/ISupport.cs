using System.Collections.Immutable;
using System.Globalization;

namespace Teahouse.Protocol;

/// <summary>
/// What a server says of itself in 005 (https://modern.ircdocs.horse/#rplisupport-parameters). Immutable; each 005 makes a new one.
/// The typed values are the specification's defaults where the server gave none, or one that makes no sense.
/// </summary>
public sealed class ISupport
{
    private readonly ImmutableDictionary<string, string> _values;

    private ISupport(ImmutableDictionary<string, string> values)
    {
        _values = values;
        (PrefixModes, PrefixSymbols) = Prefixes(this["PREFIX"]);
        var groups = (this["CHANMODES"] ?? "").Split(',');
        ListModes = Group(groups, 0);
        AlwaysParameterModes = Group(groups, 1);
        SetParameterModes = Group(groups, 2);
        FlagModes = Group(groups, 3);
    }

    public static ISupport Empty { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>The value of a token, unescaped; "" for a token without one, null for a token not given.</summary>
    public string? this[string token] => _values.GetValueOrDefault(token);

    public IEnumerable<KeyValuePair<string, string>> Values => _values;

    /// <summary>Modes of members from the highest down, <c>ov</c>; each at the same place as its symbol.</summary>
    public string PrefixModes { get; }

    /// <summary>Symbols before members' names from the highest down, <c>@+</c>.</summary>
    public string PrefixSymbols { get; }

    /// <summary>CHANMODES, type A: lists, always with a parameter when changed.</summary>
    public string ListModes { get; }

    /// <summary>CHANMODES, type B: a parameter when set and when unset.</summary>
    public string AlwaysParameterModes { get; }

    /// <summary>CHANMODES, type C: a parameter only when set.</summary>
    public string SetParameterModes { get; }

    /// <summary>CHANMODES, type D: never a parameter.</summary>
    public string FlagModes { get; }

    /// <summary>What channel names start with.</summary>
    public string ChannelTypes => this["CHANTYPES"] ?? "#&";

    /// <summary>What may stand before a channel's name to reach only members from that status upwards; usually "".</summary>
    public string StatusMessage => this["STATUSMSG"] ?? "";

    /// <summary>How names are compared: <c>ascii</c>, <c>rfc1459</c> or others.</summary>
    public string CaseMapping => this["CASEMAPPING"] is { Length: > 0 } name ? name : "rfc1459";

    /// <summary>The longest nick, in the server's own unit.</summary>
    public int NickLength => Number("NICKLEN") ?? 9;

    public string? Network => this["NETWORK"] is { Length: > 0 } name ? name : null;

    /// <summary>The most messages in one answer to CHATHISTORY; 0 means any number, null no support (https://ircv3.net/specs/extensions/chathistory).</summary>
    public int? ChatHistoryLimit => Number("CHATHISTORY") ?? Number("draft/CHATHISTORY");

    /// <summary>The most modes with a parameter in one MODE; 0 means any number.</summary>
    public int ModesPerCommand => this["MODES"] is "" ? 0 : Number("MODES") ?? 3;

    /// <summary>True if WHO takes <c>%fields</c> (https://ircv3.net/specs/extensions/whox).</summary>
    public bool HasWhox => this["WHOX"] is not null;

    /// <summary>What stands for a guest in the flags of WHO (docs/extensions/guest.md); null where nobody is marked.</summary>
    public string? GuestFlag => this["teahouse.chat/GUEST"] is { Length: > 0 } flag ? flag : null;

    /// <summary>With the tokens of one 005: its parameters without the first (the client) and the last (a text for people).</summary>
    public ISupport With(params ReadOnlySpan<string> tokens)
    {
        var values = _values.ToBuilder();
        foreach (var token in tokens)
        {
            if (token.StartsWith('-')) values.Remove(token[1..]);
            else if (ISupportTokens.TryParse(token, out var name, out var value)) values[name] = value;
        }
        return new ISupport(values.ToImmutable());
    }

    /// <summary>With the tokens of a 005 as received; the same when it has none.</summary>
    public ISupport With(Message numeric) => numeric.Count > 2 ? With(numeric.Parameters.AsSpan()[1..^1]) : this;

    private static string Group(string[] groups, int index) => index < groups.Length ? groups[index] : "";

    private static (string Modes, string Symbols) Prefixes(string? value)
    {
        // An empty value says that members have no status at all; a missing one is the default.
        if (value is "") return ("", "");
        var close = value?.IndexOf(')', StringComparison.Ordinal) ?? -1;
        if (value is null || value[0] != '(' || close < 0 || value.Length != 2 * close) return ("ov", "@+");
        return (value[1..close], value[(close + 1)..]);
    }

    private int? Number(string token) =>
        int.TryParse(this[token], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
