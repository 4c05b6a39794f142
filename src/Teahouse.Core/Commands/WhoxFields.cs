using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Network;

namespace Teahouse.Core.Commands;

/// <summary>What <c>%fields,token</c> asks for. https://ircv3.net/specs/extensions/whox</summary>
internal sealed record WhoxFields(string Letters, string Token)
{
    // The order on the wire, whatever the order asked.
    private const string Order = "tcuihsnfdlaor";

    public static WhoxFields? Parse(string text)
    {
        var percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent < 0) return null;
        var comma = text.IndexOf(',', percent);
        var letters = comma < 0 ? text[(percent + 1)..] : text[(percent + 1)..comma];
        var token = comma < 0 ? "" : text[(comma + 1)..];
        return new WhoxFields(letters, token.Length is > 0 and <= 3 && token.All(char.IsAsciiDigit) ? token : "0");
    }

    public ImmutableArray<string> Line(CommandContext context, UserView found, string channel, string flags)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var letter in Order)
            if (Letters.Contains(letter, StringComparison.Ordinal)) values.Add(Value(letter, context, found, channel, flags));
        return values.DrainToImmutable();
    }

    private string Value(char letter, CommandContext context, UserView found, string channel, string flags) => letter switch
    {
        't' => Token,
        'c' => channel,
        'u' => found.User.Username,
        // Addresses are nobody's business.
        'i' => "255.255.255.255",
        'h' => found.User.Host,
        's' => context.Session.ServerName,
        'n' => found.User.Nick.Value,
        'f' => flags,
        'd' => "0",
        'l' => (found.Idle / 1000).ToString(CultureInfo.InvariantCulture),
        'a' => found.User.Account ?? "0",
        'o' => "n/a",
        _ => found.User.RealName,
    };
}
