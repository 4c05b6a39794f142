namespace Teahouse.Server.Tests.Hosting;

/// <summary>How long a test waits for what must come, on a machine with much else to do; without a fault nothing takes so long.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again until it is so: for what tells nobody when it happens.</summary>
    public static async Task SeeAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Limit);
        using var ticks = new PeriodicTimer(Again);
        while (!await isSo()) await ticks.WaitForNextTickAsync(patience.Token);
    }
}
