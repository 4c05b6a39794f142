namespace Teahouse.Check.Servers;

/// <summary>Kills a server from time to time and starts it again: each pause is between a half and one and a half of the average.</summary>
internal sealed class KillSchedule(ServerCommand server, TimeSpan average, TimeSpan startWithin, Random random, TimeProvider time)
{
    /// <summary>Returns when cancelled, with the server running.</summary>
    /// <exception cref="ServerException">It does not start any more.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await Task.Delay(average * (0.5 + random.NextDouble()), time, cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await server.KillAsync();
            await server.StartAsync(startWithin, CancellationToken.None);
        }
    }
}
