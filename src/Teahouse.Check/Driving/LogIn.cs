using System.Collections.Frozen;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>
/// Registers a connection: asks for what the server has of use, and logs in to an account, which the first connection makes
/// (https://modern.ircdocs.horse/#connection-registration).
/// </summary>
/// <param name="name">Of the account; the nick, or the beginning of it if it is taken.</param>
internal sealed class LogIn(IrcLink link, string name, string password, string? serverPassword)
{
    private const int LastAttempt = 36;

    private static readonly string[] Wanted =
    [
        Capabilities.MessageTags, Capabilities.Batch, Capabilities.ServerTime, Capabilities.EchoMessage, Capabilities.LabeledResponse,
        Capabilities.StandardReplies, Capabilities.ChatHistory, "chathistory", Capabilities.Sequence, Capabilities.Once,
        Capabilities.Sasl, Capabilities.AccountRegistration,
    ];

    private readonly HashSet<string> _offered = [];
    private readonly HashSet<string> _on = [];
    private ISupport _support = ISupport.Empty;
    private string _nick = "";
    private bool _isLoggedIn;
    private DateTimeOffset? _serverTime;
    private int _taken;

    /// <exception cref="LogInException">The server does not let us in.</exception>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async Task<Greeting> RunAsync(CancellationToken cancel)
    {
        _nick = name;
        var pass = serverPassword is null ? "" : $"PASS :{serverPassword}\r\n";
        await link.SendAsync($"CAP LS 302\r\n{pass}NICK {_nick}\r\nUSER {name} 0 * :{name}", cancel);
        while (true)
        {
            if (await link.ReceiveAsync(cancel) is { } message && await HandleAsync(message, cancel))
                return new(_nick, _isLoggedIn, _on.ToFrozenSet(), _support, _serverTime);
        }
    }

    /// <returns>True when it is done.</returns>
    private async ValueTask<bool> HandleAsync(Message message, CancellationToken cancel)
    {
        switch (message.Command)
        {
            case "PING":
                await link.SendAsync($"PONG :{message.Parameters[^1]}", cancel);
                break;
            case "CAP" when message.Count > 2:
                await CapabilitiesAsync(message, cancel);
                break;
            case "AUTHENTICATE" when message[0] == "+":
                await link.SendAsync($"AUTHENTICATE {Convert.ToBase64String(SaslPlain.Encode("", name, password))}", cancel);
                break;
            case "REGISTER" or "903":
                _isLoggedIn = message.Command == "903" || message[0] == "SUCCESS";
                await link.SendAsync("CAP END", cancel);
                break;
            case "904":
                // Not there yet: the account of the first connection.
                await link.SendAsync($"REGISTER * * {password}", cancel);
                break;
            case "FAIL" when message[0] is "REGISTER" or "AUTHENTICATE":
                throw new LogInException($"{name}: {message}");
            case "001":
                _nick = message[0];
                if (ServerTime.TryParse(message.Tags[TagNames.Time], out DateTimeOffset time)) _serverTime = time;
                break;
            case "005":
                _support = _support.With(message);
                break;
            case "376" or "422":
                return true;
            case "433" or "436" or "437":
                if (_taken == LastAttempt) throw new LogInException($"{name}: every nick is taken.");
                _nick = $"{name}{"abcdefghijklmnopqrstuvwxyz0123456789"[_taken++]}";
                await link.SendAsync($"NICK {_nick}", cancel);
                break;
            case "ERROR" or "464" or "465":
                throw new LogInException($"{name}: {message}");
        }
        return false;
    }

    private async ValueTask CapabilitiesAsync(Message message, CancellationToken cancel)
    {
        var names = CapabilityList.Parse(message.Parameters[^1]).Select(capability => capability.Name).ToArray();
        switch (message[1])
        {
            case "LS":
                _offered.UnionWith(names);
                if (message[2] == "*" && message.Count > 3) break;
                var wanted = Wanted.Where(_offered.Contains).ToArray();
                await link.SendAsync(wanted.Length == 0 ? "CAP END" : $"CAP REQ :{string.Join(' ', wanted)}", cancel);
                break;
            case "ACK":
                _on.UnionWith(names);
                if (_on.Remove("chathistory")) _on.Add(Capabilities.ChatHistory);
                var account = _on.Contains(Capabilities.Sasl) && _on.Contains(Capabilities.AccountRegistration);
                await link.SendAsync(account ? "AUTHENTICATE PLAIN" : "CAP END", cancel);
                break;
            case "NAK":
                await link.SendAsync("CAP END", cancel);
                break;
        }
    }
}
