namespace Teahouse.Client;

/// <summary>
/// A new password by the code that was shown with the last one (NickServ RECOVER): asked over a connection of its own, as somebody without an
/// account, since nobody can log in who has forgotten the password.
/// </summary>
public static class PasswordRecovery
{
    /// <param name="options">How to connect; the login, the rooms and the outbox are not taken.</param>
    /// <param name="code">As it was written down.</param>
    /// <param name="password">Words with single spaces between them at most: so it is sent.</param>
    /// <returns>What NickServ said; <see cref="ServiceAnswer.Secret"/> is the next code.</returns>
    public static async Task<ServiceAnswer> RunAsync(ClientOptions options, string account, string code, string password, CancellationToken cancel = default)
    {
        var nick = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"guest{options.Random.Next(10_000, 100_000)}");
        var client = new ChatClient(options with { Login = new Login.Anonymous(nick), Rooms = [], Outbox = null });
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
            if (await settled.Task.WaitAsync(cancel) is { } problem) return new([], problem);
            // Gaps are for reading: what is sent is one word.
            var answer = await client.InvokeAsync(_ => client.RecoverAsync(account, string.Concat(code.Where(c => !char.IsWhiteSpace(c))), password));
            return await answer.WaitAsync(cancel);
        }
        finally
        {
            await ending.CancelAsync();
            await running;
        }
    }
}
