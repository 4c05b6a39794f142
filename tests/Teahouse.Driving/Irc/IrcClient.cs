using System.Text;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Irc;

/// <summary>A registered client that is told what to say and waits for what it should hear.</summary>
internal sealed class IrcClient(IrcConnection connection, string nick) : IAsyncDisposable
{
    private const int Remembered = 60;

    private readonly Queue<string> _heard = new();
    private int _pings;

    public IrcConnection Connection { get; } = connection;

    public string Nick { get; } = nick;

    /// <summary>Over TLS if there is an authority to trust.</summary>
    public static async Task<IrcClient> ConnectAsync(int port, string nick, string capabilities = "", string? authority = null)
    {
        var connection = authority is null ? await IrcConnection.OpenAsync(port) : await IrcConnection.OpenTlsAsync(port, authority);
        return await RegisterAsync(connection, nick, capabilities);
    }

    public static async Task<IrcClient> RegisterAsync(IrcConnection connection, string nick, string capabilities = "")
    {
        var client = new IrcClient(connection, nick);
        var request = capabilities.Length == 0 ? "" : $"CAP REQ :{capabilities}\r\n";
        await client.SendAsync($"CAP LS 302\r\nNICK {nick}\r\nUSER {AsciiOf(nick)} 0 * :{nick}\r\n{request}CAP END");
        await client.ExpectAsync("001");
        await client.SettleAsync();
        return client;
    }

    /// <summary>Logs in with SASL PLAIN, or makes the account first.</summary>
    public static async Task<IrcClient> LogInAsync(int port, string name, string password, string capabilities, bool isNew)
    {
        var client = new IrcClient(await IrcConnection.OpenAsync(port), name);
        await client.SendAsync($"CAP REQ :sasl draft/account-registration {capabilities}\r\nNICK {name}\r\nUSER {name} 0 * :{name}");
        await client.ExpectAsync("CAP", message => message[1] == "ACK");
        if (isNew)
        {
            await client.SendAsync($"REGISTER * * {password}");
            await client.ExpectAsync("REGISTER", message => message[0] == "SUCCESS");
        }
        else
        {
            await client.SendAsync($"AUTHENTICATE PLAIN\r\nAUTHENTICATE {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{name}\0{password}"))}");
            await client.ExpectAsync("903");
        }
        await client.SendAsync("CAP END");
        await client.ExpectAsync("001");
        await client.SettleAsync();
        return client;
    }

    public Task SendAsync(string lines) => Connection.SendAsync(lines);

    public async Task JoinAsync(string room)
    {
        await SendAsync($"JOIN {room}");
        await ExpectAsync("366", message => message[1] == room);
    }

    /// <summary>The first message to come that has this command and is as wanted; others are passed over.</summary>
    public async Task<Message> ExpectAsync(string command, Func<Message, bool>? wanted = null)
    {
        while (true)
        {
            var message = await ReceiveAsync() ?? throw new InvalidOperationException($"{Nick}: the connection ended, and no {command} came.\n{Heard()}");
            if (message.Command == command && (wanted is null || wanted(message))) return message;
        }
    }

    /// <summary>The first message to come with this text, whoever it is from.</summary>
    public Task<Message> ExpectTextAsync(string text) => ExpectAsync("PRIVMSG", message => message[1] == text);

    /// <summary>All that comes until the server has dealt with everything sent so far.</summary>
    public async Task<List<Message>> SettleAsync()
    {
        var token = $"settle-{++_pings}";
        await SendAsync($"PING {token}");
        var messages = new List<Message>();
        while (true)
        {
            var message = await ReceiveAsync() ?? throw new InvalidOperationException($"{Nick}: the connection ended.\n{Heard()}");
            if (message.Command == "PONG" && message.Parameters[^1] == token) return messages;
            messages.Add(message);
        }
    }

    /// <summary>All that comes until the connection ends.</summary>
    public async Task<List<Message>> ReadToEndAsync()
    {
        var messages = new List<Message>();
        while (await ReceiveAsync() is { } message) messages.Add(message);
        return messages;
    }

    /// <returns>Null when the connection has ended.</returns>
    public async Task<Message?> ReceiveAsync()
    {
        try
        {
            var message = await Connection.ReceiveAsync();
            if (message is null) return null;
            _heard.Enqueue(message.ToString());
            if (_heard.Count > Remembered) _heard.Dequeue();
            if (message.Command == "PING") await SendAsync($"PONG :{message.Parameters[^1]}");
            return message;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{Nick} waits in vain.\n{Heard()}");
        }
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private string Heard() => $"The last it heard:\n{string.Join('\n', _heard)}";

    // A user name is ASCII everywhere.
    private static string AsciiOf(string nick) => Encoding.UTF8.GetByteCount(nick) == nick.Length ? nick : "guest";
}
