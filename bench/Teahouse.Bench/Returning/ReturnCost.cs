using System.Diagnostics;
using System.Globalization;
using Teahouse.Bench.Driving;
using Teahouse.Storage;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Bench.Returning;

/// <summary>The server is started again, and everybody comes back at once: accounts that stay online, by their devices' credentials.</summary>
internal static class ReturnCost
{
    private const int InFlight = 64;
    private const int RoomsOfEach = 3;
    private const int PeoplePerRoom = 50;
    private const double MostSecondsUntilLive = 10;
    private const double MostLoginMilliseconds = 1000;

    /// <param name="arguments">The server program; how many clients, 5000 if it is not said.</param>
    /// <returns>1 if a bound is passed.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name the server program, such as artifacts/teahouse/teahouse");
            return 2;
        }
        var count = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5000;
        var random = new Random(count);
        using var folder = new BenchFolder();
        var clients = Enumerable.Range(0, count).Select(i => new ReturningClient(i, RoomsOf(count, random), new Random(i))).ToArray();
        try
        {
            await RunAsync(arguments[0], folder, clients, client => client.RegisterAsync(folder.Address));
            Stay(folder);
            await RunAsync(arguments[0], folder, clients, client => client.EnterAsync(folder.Address), client => client.CountAsync());
            return await ReturnAsync(arguments[0], folder, clients);
        }
        finally
        {
            foreach (var client in clients) client.Dispose();
        }
    }

    private static async Task RunAsync(string program, BenchFolder folder, ReturningClient[] clients, params Func<ReturningClient, Task>[] acts)
    {
        await using var server = await ServerUnderTest.StartAsync(program, folder);
        foreach (var act in acts)
            foreach (var some in clients.Chunk(InFlight)) await Task.WhenAll(some.Select(act));
        await server.StopAsync();
        await Task.WhenAll(clients.Select(client => client.Left));
    }

    /// <summary>Nobody is a guest, and everybody stays in the rooms without a connection.</summary>
    private static void Stay(BenchFolder folder)
    {
        using var database = Database.Open(Path.Combine(folder.Data, TeahouseStore.FileName), readOnly: false);
        database.Execute("UPDATE accounts SET guest = 0, keep_online = 1");
    }

    private static async Task<int> ReturnAsync(string program, BenchFolder folder, ReturningClient[] clients)
    {
        var stopped = Stopwatch.GetTimestamp();
        var returning = Task.WhenAll(clients.Select(client => client.ReturnAsync(folder.Address)));
        await using var server = await ServerUnderTest.StartAsync(program, folder);
        var listening = stopped + (long)(server.StartTime.TotalSeconds * Stopwatch.Frequency);
        await returning;
        var logins = clients.Select(client => client.Login.TotalMilliseconds).Order().ToArray();
        var live = Stopwatch.GetElapsedTime(listening, clients.Max(client => client.Live)).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clients.Length} clients with device credentials come back, each to {RoomsOfEach} rooms of {PeoplePerRoom}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to listening          {server.StartTime.TotalSeconds,6:0.0} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"listening to all live       {live,6:0.0} s   (at most {MostSecondsUntilLive:0})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the server's processor time {server.ProcessorTime.TotalSeconds,6:0.0} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"login                       {At(0.5),6:0} ms at the median, {At(0.99):0} ms for 99 in 100 (at most {MostLoginMilliseconds:0}), {logins[^1]:0} ms at the most"));
        return live <= MostSecondsUntilLive && At(0.99) <= MostLoginMilliseconds ? 0 : 1;

        double At(double share) => logins[(int)(share * (logins.Length - 1))];
    }

    private static string[] RoomsOf(int clients, Random random)
    {
        var rooms = Math.Max(RoomsOfEach, clients * RoomsOfEach / PeoplePerRoom);
        return [.. Enumerable.Range(0, RoomsOfEach).Select(_ => $"#room{random.Next(rooms)}").Distinct()];
    }
}
