using System.Net;
using System.Net.Sockets;
using Teahouse.Protocol;

namespace Teahouse.Check.Tests.Faulty;

/// <summary>A chat server as small as the checker needs it, in memory, that does one thing wrong on purpose.</summary>
/// <param name="capabilities">What it offers: as much as is in <see cref="Everything"/>.</param>
internal sealed partial class FaultyServer : IAsyncDisposable
{
    public const string Everything =
        "message-tags batch server-time echo-message labeled-response standard-replies draft/chathistory sasl draft/account-registration teahouse.chat/once";

    private const int PageSize = 50;

    /// <summary>How long a page takes that <see cref="Misdeed.TakesItsTime"/>.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _accounts = [];
    private readonly List<Peer> _peers = [];
    private readonly Dictionary<string, Room> _rooms = [];
    private readonly string _capabilities;
    private readonly Misdeed _misdeed;
    private readonly Task _accepting;
    private readonly List<Task> _late = [];
    private int _batches;

    public FaultyServer(Misdeed misdeed, string capabilities = Everything)
    {
        (_misdeed, _capabilities) = (misdeed, capabilities);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    private bool HasEcho => _capabilities.Contains("echo-message", StringComparison.Ordinal);

    private bool HasTags => _capabilities.Contains("message-tags", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_late);
        _stop.Dispose();
    }

    public void Hear(Peer peer, Message message)
    {
        lock (_gate)
        {
            switch (message.Command)
            {
                case "CAP" when message[0] == "LS":
                    peer.IsNegotiating = true;
                    peer.Send($"CAP * LS :{_capabilities}");
                    break;
                case "CAP" when message[0] == "REQ":
                    peer.Send($"CAP * ACK :{message[1]}");
                    break;
                case "CAP" when message[0] == "END":
                    peer.IsNegotiating = false;
                    Welcome(peer);
                    break;
                case "NICK":
                    peer.Nick = message[0];
                    break;
                case "USER" when !peer.IsNegotiating:
                    Welcome(peer);
                    break;
                case "AUTHENTICATE":
                    Authenticate(peer, message[0]);
                    break;
                case "REGISTER":
                    _accounts.Add(peer.Nick);
                    peer.Account = peer.Nick;
                    peer.Send($"REGISTER SUCCESS {peer.Nick} :Welcome");
                    break;
                case "PING":
                    peer.Send($"PONG here :{message[0]}");
                    break;
                case "JOIN":
                    foreach (var name in message[0].Split(',')) Join(peer, name);
                    break;
                case "PRIVMSG":
                    Post(peer, message);
                    break;
                case "CHATHISTORY" when _misdeed == Misdeed.RefusesHistory:
                    peer.Send($"FAIL CHATHISTORY MESSAGE_ERROR {message[0]} {message[1]} :The shelf has fallen over");
                    break;
                case "CHATHISTORY" when _misdeed == Misdeed.TakesItsTime && _late.Count == 0:
                    _late.Add(PageLateAsync(peer, message));
                    break;
                case "CHATHISTORY":
                    Page(peer, message);
                    break;
            }
        }
    }

    public void Leave(Peer peer)
    {
        lock (_gate)
        {
            _peers.Remove(peer);
            foreach (var room in _rooms.Values)
            {
                room.Members.Remove(peer);
                room.Behind.Remove(peer);
            }
        }
    }

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        try
        {
            while (true) running.Add(new Peer(await _listener.AcceptTcpClientAsync(_stop.Token), this).RunAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running);
        }
    }

    private void Welcome(Peer peer)
    {
        // Who comes back takes its nick from its own old connection.
        _peers.RemoveAll(other => other.Nick == peer.Nick);
        _peers.Add(peer);
        peer.Send($"001 {peer.Nick} :Welcome");
        peer.Send($"005 {peer.Nick} CHATHISTORY={PageSize} MSGREFTYPES=msgid,timestamp :are supported");
        peer.Send($"422 {peer.Nick} :No news");
    }

    private void Authenticate(Peer peer, string word)
    {
        if (word == "PLAIN") peer.Send("AUTHENTICATE +");
        else if (_accounts.Contains(peer.Nick))
        {
            peer.Account = peer.Nick;
            peer.Send($"903 {peer.Nick} :Logged in");
        }
        else peer.Send($"904 {peer.Nick} :No such account");
    }

    private void Join(Peer peer, string name)
    {
        Find(name).Members.Add(peer);
        peer.Send($":{peer.Nick}!u@h JOIN {name}");
    }

    private async Task PageLateAsync(Peer peer, Message message)
    {
        await Task.Delay(Late, CancellationToken.None);
        lock (_gate) Page(peer, message);
    }

    private void Page(Peer peer, Message message)
    {
        var room = Find(Key(peer, message[1]));
        var log = room.Log;
        var after = message[2].StartsWith("msgid=", StringComparison.Ordinal) ? log.FindIndex(entry => entry.MsgId == message[2][6..]) : -1;
        var batch = ++_batches;
        var page = log.Skip(after + 1).Take(PageSize).ToList();
        // Less than a page: it has reached the end.
        var hasCaughtUp = page.Count < PageSize && room.Behind.Remove(peer);
        if (hasCaughtUp && _misdeed == Misdeed.MakesFetchAndForgets && page.Find(entry => entry.Source != peer.Nick) is { } forgotten) page.Remove(forgotten);
        peer.Send($"BATCH +{batch} chathistory {message[1]}");
        foreach (var entry in page) peer.Send($"@batch={batch};{Line(entry, HasTags)[(HasTags ? 1 : 0)..]}");
        peer.Send($"BATCH -{batch}");
    }

    private Room Find(string name) => _rooms.TryGetValue(name, out var room) ? room : _rooms[name] = new();

    private static string Key(Peer peer, string target) =>
        target.StartsWith('#') ? target : string.CompareOrdinal(peer.Nick, target) < 0 ? $"{peer.Nick}+{target}" : $"{target}+{peer.Nick}";

    private static string Line(Entry entry, bool tags) =>
        $"{(tags ? $"@msgid={entry.MsgId} " : "")}:{entry.Source}!u@h PRIVMSG {entry.Target} :{entry.Text}";
}
