using System.Globalization;
using Teahouse.EndToEnd.Irc;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Killing;

/// <summary>Somebody who writes as fast as the answers come, into rooms and to one other person, and notes all that is seen.</summary>
/// <param name="now">A point in the life of the server that only grows.</param>
internal sealed class Writer(string name, string[] rooms, string partner, int seed, Func<long> now)
{
    private readonly record struct News(long At, Sighting? Seen, string? Echoed);

    /// <summary>Nobody but its operator may speak there.</summary>
    public const string QuietRoom = "#quiet";

    public const string Password = "correct-horse";
    public const string Capabilities = "message-tags batch server-time echo-message labeled-response draft/chathistory teahouse.chat/seq";

    /// <summary>Messages on their way that have no answer yet.</summary>
    private const int Window = 3;

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _waiting = [];
    private readonly List<News> _news = [];
    private int _written;
    private IrcClient? _client;

    public string Name => name;

    public string Partner => partner;

    public IrcClient Client => _client!;

    /// <summary>What it believes, in the order in which it came.</summary>
    public List<Sighting> Seen { get; } = [];

    public HashSet<string> Sent { get; } = [];

    public HashSet<string> Echoed { get; } = [];

    public HashSet<string> Refused { get; } = [];

    public async Task ConnectAsync(int port, bool isNew)
    {
        _waiting.Clear();
        _client = await IrcClient.LogInAsync(port, name, Password, Capabilities, isNew);
        await Client.SendAsync($"JOIN {string.Join(',', rooms)},{QuietRoom}");
        await Client.SettleAsync();
    }

    /// <summary>Writes until the connection is cut, and reads what had still been sent.</summary>
    public async Task WriteAsync(Countdown answers)
    {
        for (var i = 0; i < Window; i++) await SendNextAsync();
        while (await Client.ReceiveAsync() is { } message)
        {
            var sighting = Sighting.Of(message, name);
            var text = message.Tags[TagNames.Label] is { } label && _waiting.Remove(label, out var sent) ? sent : null;
            var isEcho = message.Command == "PRIVMSG";
            _news.Add(new(now(), sighting, isEcho ? text : null));
            if (text is null) continue;
            if (!isEcho) Refused.Add(text);
            answers.Signal();
            await SendNextAsync();
        }
    }

    /// <summary>What came later than this is as if it had not come.</summary>
    public void Believe(long last)
    {
        foreach (var (_, seen, echoed) in _news.Where(news => news.At <= last))
        {
            if (seen is not null) Seen.Add(seen);
            if (echoed is not null) Echoed.Add(echoed);
        }
        _news.Clear();
    }

    private async Task SendNextAsync()
    {
        var label = (++_written).ToString(CultureInfo.InvariantCulture);
        var text = $"{name} {label} 茶";
        var target = _random.Next(10) switch
        {
            < 6 => rooms[_random.Next(rooms.Length)],
            < 9 => partner,
            _ => QuietRoom,
        };
        _waiting[label] = text;
        Sent.Add(text);
        try
        {
            await Client.SendAsync($"@label={label} PRIVMSG {target} :{text}");
        }
        catch (IOException)
        {
            // The server is dead; what it sent before can still be read.
        }
    }
}
