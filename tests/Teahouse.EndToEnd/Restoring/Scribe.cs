using System.Globalization;
using Teahouse.EndToEnd.Irc;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Restoring;

/// <summary>What somebody wrote with an id of their own, and how it was answered.</summary>
internal sealed record Written(string Id, string Text, Sighting Stored);

/// <summary>Somebody who writes one message after the other, each with an id, and notes the echoes.</summary>
internal sealed class Scribe(string name, IrcClient client)
{
    public const string Room = "#tea";

    private const string Password = "correct-horse";
    private const string Capabilities = "message-tags batch server-time echo-message labeled-response draft/chathistory teahouse.chat/seq teahouse.chat/once";

    private readonly Lock _lock = new();
    private readonly List<Written> _written = [];
    private readonly SortedDictionary<int, TaskCompletionSource> _awaited = [];
    private volatile bool _enough;

    public IrcClient Client => client;

    /// <summary>What was echoed until now, in its order.</summary>
    public List<Written> Written
    {
        get
        {
            lock (_lock) return [.. _written];
        }
    }

    public static async Task<Scribe> ConnectAsync(int port, string name, bool isNew)
    {
        var client = await IrcClient.LogInAsync(port, name, Password, Capabilities, isNew);
        await client.JoinAsync(Room);
        return new(name, client);
    }

    /// <summary>Ends when so many messages were echoed since the beginning.</summary>
    public Task EchoedAsync(int count)
    {
        lock (_lock)
        {
            if (_written.Count >= count) return Task.CompletedTask;
            if (!_awaited.TryGetValue(count, out var awaited)) _awaited[count] = awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return awaited.Task;
        }
    }

    /// <summary>Writes until it is enough.</summary>
    public async Task WriteAsync()
    {
        for (var number = 1; !_enough; number++)
        {
            var (id, text) = (NewId(), string.Create(CultureInfo.InvariantCulture, $"{name} {number} 茶"));
            var written = new Written(id, text, await SayAsync(id, text));
            lock (_lock)
            {
                _written.Add(written);
                if (_awaited.Remove(_written.Count, out var awaited)) awaited.SetResult();
            }
        }
    }

    /// <summary>The message on its way is the last one.</summary>
    public void Stop() => _enough = true;

    public static string NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    /// <returns>The echo.</returns>
    public async Task<Sighting> SayAsync(string id, string text)
    {
        await client.SendAsync($"@label={id};teahouse.chat/id={id} PRIVMSG {Room} :{text}");
        while (true)
        {
            var answer = await client.ReceiveAsync() ?? throw new InvalidOperationException("The server has ended.");
            if (answer.Tags[TagNames.Label] != id) continue;
            Assert.Equal(("PRIVMSG", text), (answer.Command, answer[1]));
            return Sighting.Of(answer, name)!;
        }
    }
}
