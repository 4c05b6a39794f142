using System.Text;
using System.Threading.Channels;
using Bunit;
using Teahouse.Client;
using Teahouse.Protocol;

namespace Teahouse.Web.Tests.Fakes;

/// <summary>A small server without capabilities at the other end of a client's connection.</summary>
internal sealed class ScriptedServer : ITransport
{
    private readonly Channel<byte[]> _toClient = Channel.CreateUnbounded<byte[]>();
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Line, TaskCompletionSource Heard)> _awaited = [];
    private string _nick = "";

    /// <summary>What the client has sent by now, in order.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate) return [.. _lines];
        }
    }

    /// <summary>Names that belong to others.</summary>
    public HashSet<string> Taken { get; } = [];

    /// <summary>Ends when the client has sent this.</summary>
    public Task HeardAsync(string line)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_lines.Contains(line)) return Task.CompletedTask;
            _awaited.Add((line, heard));
        }
        return heard.Task.WaitAsync(BunitContext.DefaultWaitTimeout);
    }

    public void Say(string line) => _toClient.Writer.TryWrite(Encoding.UTF8.GetBytes(line));

    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel) => await _toClient.Reader.ReadAsync(cancel);

    public ValueTask SendAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        var message = MessageParser.Parse(Encoding.UTF8.GetString(line.Span[..^2]));
        Note(string.Join(' ', new[] { message.Command }.Concat(message.Parameters)));
        Answer(message);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Note(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (awaited, heard) in _awaited)
                if (awaited == line) heard.TrySetResult();
        }
    }

    private void Answer(Message message)
    {
        switch (message.Command)
        {
            case "CAP" when message[0] == "LS": Say(":irc.test CAP * LS :"); break;
            case "NICK" when Taken.Contains(message[0]): Say($":irc.test 433 * {message[0]} :Nickname is already in use"); break;
            case "NICK": _nick = message[0]; break;
            case "CAP" when message[0] == "END" && _nick.Length > 0:
                Say($":irc.test 001 {_nick} :Welcome");
                Say($":irc.test 005 {_nick} CHANTYPES=# PREFIX=(ov)@+ NETWORK=TeaNet :are supported");
                Say($":irc.test 422 {_nick} :No message of the day");
                break;
            case "JOIN":
                foreach (var room in message[0].Split(','))
                {
                    Say($":{_nick}!u@h JOIN {room}");
                    Say($":irc.test 353 {_nick} = {room} :{_nick} Marta");
                    Say($":irc.test 366 {_nick} {room} :End");
                }
                break;
            case "PART": Say($":{_nick}!u@h PART {message[0]}"); break;
            case "PING": Say($":irc.test PONG irc.test {message[0]}"); break;
        }
    }
}
