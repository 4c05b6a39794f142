using System.Diagnostics;
using System.Globalization;
using System.Text;
using Teahouse.Bench.Driving;

namespace Teahouse.Bench.Starting;

/// <summary>How long a server with a long history takes until it listens, and until somebody has read the latest of it.</summary>
internal static class StartCost
{
    private const int Rooms = 200;
    private const double MostSeconds = 2;
    private const string Password = "correct-horse";

    // About as long as people write.
    private const string Text = "那家茶馆的老板说，明天下午有新茶到，叫我们早点去占座。 See you there at three, and bring the others along.";

    /// <param name="arguments">The server program; how many messages, ten million if it is not said.</param>
    /// <returns>1 if a start takes more than two seconds.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name the server program, such as artifacts/teahouse/teahouse");
            return 2;
        }
        var program = arguments[0];
        var messages = arguments.Length > 1 ? long.Parse(arguments[1], CultureInfo.InvariantCulture) : 10_000_000;
        using var folder = new BenchFolder();
        await StartAsync(program, folder, "with no message", isNew: true);
        var watch = Stopwatch.StartNew();
        await FillAsync(folder.Data, messages);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{messages:N0} messages in {Rooms} rooms stored in {watch.Elapsed.TotalSeconds:0} s, {folder.Size / 1024 / 1024:N0} MiB"));
        var crashed = await StartAsync(program, folder, "after a crash");
        var stopped = await StartAsync(program, folder, "after a stop");
        return crashed <= MostSeconds && stopped <= MostSeconds ? 0 : 1;
    }

    /// <returns>Seconds until it listened.</returns>
    private static async Task<double> StartAsync(string program, BenchFolder folder, string when, bool isNew = false)
    {
        await using var server = await ServerUnderTest.StartAsync(program, folder);
        var watch = Stopwatch.StartNew();
        using var client = new LineClient();
        await client.ConnectAsync(server.Address);
        await client.SendAsync("CAP REQ :sasl draft/account-registration message-tags batch draft/chathistory\r\nNICK ann\r\nUSER ann 0 * :ann");
        await client.ExpectAsync("CAP");
        await client.SendAsync(isNew
            ? $"REGISTER * * {Password}"
            : $"AUTHENTICATE PLAIN\r\nAUTHENTICATE {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0ann\0{Password}"))}");
        await client.ExpectAsync(isNew ? "REGISTER" : "903");
        await client.SendAsync("CAP END");
        await client.ExpectAsync("001");
        var welcome = watch.Elapsed;
        if (isNew)
        {
            for (var room = 0; room < Rooms; room++)
            {
                await client.SendAsync($"JOIN #room{room}\r\nPRIVMSG ChanServ :REGISTER #room{room}\r\nPRIVMSG #room{room} :{Text}");
                await client.SettleAsync();
            }
        }
        watch.Restart();
        await client.SendAsync("JOIN #room7\r\nCHATHISTORY LATEST #room7 * 100");
        await client.ExpectAsync("PRIVMSG");
        await client.SettleAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{when,-16} listening after {server.StartTime.TotalMilliseconds,5:0} ms, login {welcome.TotalMilliseconds,5:0} ms, room joined and 100 messages read {watch.Elapsed.TotalMilliseconds,4:0} ms"));
        await server.StopAsync();
        return server.StartTime.TotalSeconds;
    }

    /// <summary>In a process of its own, which ends like a crash.</summary>
    private static async Task FillAsync(string data, long messages)
    {
        using var filling = Process.Start(Environment.ProcessPath!, ["fill", data, messages.ToString(CultureInfo.InvariantCulture)]);
        await filling.WaitForExitAsync();
        const int Killed = 128 + 9;
        if (filling.ExitCode != Killed) throw new InvalidOperationException("The store could not be filled.");
    }
}
