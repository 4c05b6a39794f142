using System.Net;
using System.Text;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Files;

/// <summary>Who asks: account and password, or the credential of a device, as in SASL PLAIN. https://www.rfc-editor.org/rfc/rfc7617</summary>
internal sealed class FileLogin(ChatServer chat)
{
    private const string Scheme = "Basic ";

    /// <summary>The account, or why there is none.</summary>
    public async ValueTask<(Account? Account, FileProblem? Problem)> WhoAsync(HttpContext context)
    {
        if (!TryRead(context.Request.Headers.Authorization.ToString(), out var name, out var secret)) return (null, FileProblem.NoLogin);
        var address = PeerAddress.Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (chat.FindBan(address, null) is not null) return (null, FileProblem.Banned);
        var login = await chat.LogInAsync(address, name, secret, context.RequestAborted);
        if (login.Account is { } account) return chat.FindBan(address, account) is null ? (account, null) : (null, FileProblem.Banned);
        return (null, login.Refusal == LoginRefusal.Busy ? FileProblem.TooManyLogins : FileProblem.WrongLogin);
    }

    private static bool TryRead(string header, out string name, out string secret)
    {
        (name, secret) = ("", "");
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length)) return false;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return false;
        (name, secret) = (text[..colon], text[(colon + 1)..]);
        return true;
    }
}
