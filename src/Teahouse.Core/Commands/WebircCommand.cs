using System.Net;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;
using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>WEBIRC: a gateway says for whom it connects. https://ircv3.net/specs/extensions/webirc</summary>
internal static class WebircCommand
{
    public static readonly Command Command = new("WEBIRC", MinParams: 4, Access.Unregistered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        var engine = context.Engine;
        // The first command, or it is none of a gateway.
        if (session.Registration.HasBegun || session.Connection.Gateway is not null) Refuse(context, "WEBIRC must come first");
        else if (await FindAsync(context) is not { } gateway) Refuse(context, "Invalid WebIRC password");
        else if (!IPAddress.TryParse(context[3], out var address)) Refuse(context, "Invalid address");
        else
        {
            var options = WebircOptions.Parse(context.At(4));
            var secure = options.Secure && session.Connection.Secure;
            var counted = engine.Limits.Connect(address);
            if (counted != ConnectAnswer.Allowed)
            {
                session.Close(counted == ConnectAnswer.TooMany ? "Too many connections from your address" : "Your address connects too often; try again in a minute");
                return;
            }
            if (session.Counted is { } before) engine.Limits.Disconnect(before);
            session.Counted = address;
            // The gateway's own certificate is not its client's.
            session.SpeakFor(new ConnectionInfo(address, secure, session.Connection.Transport, secure ? options.Certificate : null) { Gateway = gateway.Name });
            if (engine.Bans.Find(address) is { } ban) session.Close(BanEnforcement.Sentence(ban));
        }
    }

    private static async ValueTask<GatewayOptions?> FindAsync(CommandContext context)
    {
        var connection = context.Session.Connection;
        if (!context.Engine.Limits.MayLogIn(connection.Address)) return null;
        foreach (var gateway in context.Engine.Options.Gateways)
        {
            if (!gateway.Includes(connection.Address)) continue;
            if (gateway.Certificate.Length > 0 && gateway.Certificate != connection.CertificateFingerprint) continue;
            if (await context.Engine.Accounts.CheckConfiguredAsync(gateway.Password, context[0]) == OperOutcome.Accepted) return gateway;
        }
        context.Engine.Limits.LoginFailed(connection.Address);
        return null;
    }

    private static void Refuse(CommandContext context, string why) => context.Session.Close(why);
}

/// <summary>The last parameter of WEBIRC: words with or without values, which are escaped as those of tags.</summary>
/// <param name="Certificate">SHA-256 of the client's certificate, lower-case hex, or null.</param>
internal readonly record struct WebircOptions(bool Secure, string? Certificate)
{
    private const int FingerprintLength = 64;

    public static WebircOptions Parse(string text)
    {
        var (secure, certificate) = (false, (string?)null);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (word, "") : (word[..equals], TagValue.Unescape(word[(equals + 1)..]));
            if (name == "secure") secure = true;
            if (name is "certfp-sha-256" or "certfp-sha256" && value.Length == FingerprintLength && value.All(char.IsAsciiHexDigit)) certificate = value.ToLowerInvariant();
        }
        return new(secure, certificate);
    }
}
