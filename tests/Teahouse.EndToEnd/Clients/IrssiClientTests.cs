using Teahouse.EndToEnd.Terminals;

namespace Teahouse.EndToEnd.Clients;

/// <summary>irssi, with SASL PLAIN.</summary>
public sealed class IrssiClientTests : RealClientTests
{
    protected override async Task<IRealClient> StartAsync(RealClientOptions options)
    {
        var terminal = await Terminal.StartAsync(options.Folder, "irssi", $"--home={options.Folder}/irssi", $"--nick={options.Account}");
        var client = new Client(terminal, options);
        try
        {
            await terminal.ExpectAsync("[(status)]");
            string[] lines =
            [
                "/set autocreate_windows OFF", "/set server_reconnect_time 10s",
                $"/network add -sasl_mechanism PLAIN -sasl_username {options.Account} -sasl_password \"{options.Password}\" tea",
                $"/server add -tls -tls_verify -tls_cafile {options.Authority} -network tea localhost {options.Port}",
                $"/channel add -auto {options.Room} tea",
                "/connect tea",
            ];
            foreach (var line in lines) await terminal.TypeAsync(line);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    private sealed class Client(Terminal terminal, RealClientOptions options) : IRealClient
    {
        public Task SayAsync(string text) => terminal.TypeAsync(text);

        public Task ExpectAsync(params string[] words) => terminal.ExpectAsync(words);

        public async Task ExpectInRoomAsync(int times)
        {
            await terminal.ExpectAsync(options.Account, $"has joined {options.Room}");
            // The screen forgets; the next time is one that is seen on an empty one.
            await terminal.TypeAsync("/clear");
            // Seen only when irssi has done it: what is typed shows no channel.
            await terminal.TypeAsync("/eval echo empty in $C");
            await terminal.ExpectAsync($"empty in {options.Room}");
        }

        public ValueTask DisposeAsync() => terminal.DisposeAsync();
    }
}
