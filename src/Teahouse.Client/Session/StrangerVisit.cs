namespace Teahouse.Client;

/// <summary>A connection of its own, as somebody without an account, for what nobody can do who is logged in or wants to be.</summary>
internal static class StrangerVisit
{
    /// <param name="options">How to connect; the login, the rooms, the outbox and the archive are not taken.</param>
    /// <param name="work">On the loop of the client, once it is online.</param>
    /// <param name="failed">What is answered if it does not come online.</param>
    public static async Task<T> RunAsync<T>(ClientOptions options, Func<ChatClient, Task<T>> work, Func<Problem, T> failed, CancellationToken cancel)
    {
        var nick = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"guest{options.Random.Next(10_000, 100_000)}");
        var client = new ChatClient(options with { Login = new Login.Anonymous(nick), Rooms = [], Outbox = null, Archive = null });
        var settled = new TaskCompletionSource<Problem?>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.State.Changed += () =>
        {
            if (client.State.Connection.IsOnline) settled.TrySetResult(null);
            // Whoever waits decides whether to try again.
            else if (client.State.Connection is { Phase: ConnectionPhase.Waiting or ConnectionPhase.Stopped, Problem: { } problem }) settled.TrySetResult(problem);
        };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = client.RunAsync(ending.Token);
        try
        {
            if (await settled.Task.WaitAsync(cancel) is { } problem) return failed(problem);
            var done = await client.InvokeAsync(_ => work(client));
            return await done.WaitAsync(cancel);
        }
        finally
        {
            await ending.CancelAsync();
            await running;
        }
    }
}
