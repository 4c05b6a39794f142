using System.Diagnostics;
using System.Globalization;
using Teahouse.Bench.Driving;
using Teahouse.Client;

namespace Teahouse.Bench.CatchingUp;

/// <summary>How long a client takes, from the network's return, to have everything that was said in its rooms meanwhile.</summary>
internal static class CatchUpCost
{
    private const int Rooms = 50;
    private const double MostMilliseconds = 2000;

    /// <param name="arguments">The server program; how many messages were missed after it, 10,000 if not given.</param>
    /// <returns>1 if the bound is passed.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name the server program, such as artifacts/teahouse/teahouse");
            return 2;
        }
        var each = (arguments.Length == 1 ? 10_000 : int.Parse(arguments[1], CultureInfo.InvariantCulture)) / Rooms;
        await using var server = await ServerUnderTest.StartAsync(arguments[0]);
        await server.AddAccountAsync("reader", "a long password");
        await server.AddAccountAsync("writer", "a long password");
        string[] rooms = [.. Enumerable.Range(1, Rooms).Select(n => string.Create(CultureInfo.InvariantCulture, $"#room{n}"))];

        var network = new Network(server.Address);
        var reader = new ChatClient(new()
        {
            Connect = network.ConnectAsync,
            Login = new Login.Account("reader", "a long password"),
            Random = new Random(1),
            Rooms = rooms,
        });
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => reader.RunAsync(stop.Token));
        await UntilAsync(reader, state => rooms.All(r => state.Rooms.Any(room => room.Name == r && room.IsJoined)));
        using var writer = await Writer.LogInAsync(server.Address, "writer", "a long password", rooms);
        await writer.SayAsync(rooms, "first");
        await UntilAsync(reader, state => rooms.All(r => Last(state, r) == "first"));

        await network.CutAsync();
        await UntilAsync(reader, state => state.Connection.Phase == ConnectionPhase.Waiting);
        for (var i = 1; i < each; i++) await writer.SayAsync(rooms, string.Create(CultureInfo.InvariantCulture, $"message {i} of those that were missed"));
        await writer.SayAsync(rooms, "last");

        var watch = Stopwatch.StartNew();
        network.Restore();
        await reader.InvokeAsync(_ => { reader.ReconnectNow(); return true; });
        await UntilAsync(reader, state => rooms.All(r => state.Find(r) is { IsCatchingUp: false } && Last(state, r) == "last"));
        var took = watch.Elapsed.TotalMilliseconds;

        var got = await reader.InvokeAsync(state => rooms.Sum(r => state.Find(r)!.Timeline.Items.OfType<TimelineMessage>().Count(m => m.From.Nick == "writer"))) - Rooms;
        await stop.CancelAsync();
        await running;
        if (got != each * Rooms) throw new InvalidOperationException($"Of {each * Rooms} missed messages {got} are there");
        return Figures.Report($"caught up with {got} in {Rooms} rooms", took, "ms", MostMilliseconds) ? 0 : 1;
    }

    private static string? Last(ChatState state, string room) => state.Find(room)?.Timeline.Items.OfType<TimelineMessage>().LastOrDefault()?.Text;

    private static async Task UntilAsync(ChatClient client, Func<ChatState, bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hooked = new HashSet<Conversation>();
        void Check()
        {
            foreach (var conversation in client.State.Rooms)
                if (hooked.Add(conversation)) conversation.Changed += Check;
            if (condition(client.State)) reached.TrySetResult();
        }
        await client.InvokeAsync(state => { state.Changed += Check; Check(); return true; });
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await client.InvokeAsync(state =>
        {
            state.Changed -= Check;
            foreach (var conversation in hooked) conversation.Changed -= Check;
            return true;
        });
    }
}
