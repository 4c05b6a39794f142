namespace Teahouse.EndToEnd.Clients;

/// <summary>HexChat in its own X server, told what to say over D-Bus, with SASL PLAIN.</summary>
public sealed class HexChatClientTests : RealClientTests
{
    protected override async Task<IRealClient> StartAsync(RealClientOptions options)
    {
        var home = new HexChatHome(options);
        var client = new HexChat(home);
        try
        {
            await client.StartAsync();
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }
}
