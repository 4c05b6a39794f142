namespace Teahouse.Core.Tests.Transcripts;

public sealed class ScramTests
{
    [Theory]
    [InlineData("n,,")]
    [InlineData("y,,")]
    [InlineData("n,a=ann,")]
    public async Task The_right_password_logs_in_and_the_server_proves_that_it_knows_it(string header)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("ann", guest: false);
        var wire = stage.Open("ann");
        var client = new ScramClient("ann", "correct horse", header);
        var challenge = await BeginAsync(wire, client.First());
        await wire.SendAsync("AUTHENTICATE " + client.Final(challenge));
        var proof = (await wire.NextAsync())!["AUTHENTICATE ".Length..];
        Assert.StartsWith("v=", ScramClient.Decode(proof), StringComparison.Ordinal);
        Assert.Equal(client.Proof((await stage.PasswordAsync("ann"))!), proof);
        await wire.SendAsync("AUTHENTICATE +");
        Assert.Contains(" 900 ", await wire.NextAsync(), StringComparison.Ordinal);
        Assert.Contains(" 903 ", await wire.NextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ann", "wrong horse")]
    [InlineData("nobody", "correct horse")]
    [InlineData("gus", "correct horse")]
    [InlineData("no=2Cbody", "correct horse")]
    public async Task A_wrong_password_and_no_such_account_look_the_same(string name, string password)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("ann", guest: false);
        await stage.MakeAccountAsync("gus", guest: true);
        var wire = stage.Open("ann");
        var client = new ScramClient(name, password);
        var challenge = await BeginAsync(wire, client.First());
        var parts = ScramClient.Decode(challenge).Split(',');
        Assert.Equal("i=2", parts[2]);
        Assert.Equal(16, Convert.FromBase64String(parts[1][2..]).Length);
        await wire.SendAsync("AUTHENTICATE " + client.Final(challenge));
        Assert.Equal(":tea.example 904 * :SASL authentication failed", await wire.NextAsync());
        // Asked again, also after a restart, the salt is the same: a new one each time would tell.
        var again = await BeginAsync(wire, client.First());
        Assert.Equal(parts[1], ScramClient.Decode(again).Split(',')[1]);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("p=tls-unique,,n=ann,r=abc")]
    [InlineData("n,a=bob,n=ann,r=abc")]
    [InlineData("n,,m=x,n=ann,r=abc")]
    [InlineData("n,,n=,r=abc")]
    [InlineData("n,,n=a=nn,r=abc")]
    [InlineData("n,,n=ann,r=")]
    [InlineData("n,,n=ann,r=a b")]
    public async Task A_first_message_that_is_none_is_refused(string message)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("ann", guest: false);
        var wire = stage.Open("ann");
        await wire.SendAsync("AUTHENTICATE SCRAM-SHA-256");
        Assert.Equal("AUTHENTICATE +", await wire.NextAsync());
        await wire.SendAsync("AUTHENTICATE " + (message.Length == 0 ? "+" : ScramClient.Encode(message)));
        Assert.Contains(" 904 ", await wire.NextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c=biws,r={0}")]
    [InlineData("c=biws,r={0},p=AAAA")]
    [InlineData("c=eSws,r={0},p=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("c=biws,r=mine,p=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("c=%,r={0},p=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("v=x")]
    public async Task A_final_message_that_does_not_fit_is_refused(string message)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("ann", guest: false);
        var wire = stage.Open("ann");
        var challenge = await BeginAsync(wire, new ScramClient("ann", "correct horse").First());
        var nonce = ScramClient.Decode(challenge).Split(',')[0][2..];
        await wire.SendAsync("AUTHENTICATE " + ScramClient.Encode(message.Replace("{0}", nonce, StringComparison.Ordinal)));
        Assert.Contains(" 904 ", await wire.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_part_of_the_nonce_is_never_the_same()
    {
        await using var stage = await Stage.OpenAsync();
        var wire = stage.Open("ann");
        var one = await BeginAsync(wire, new ScramClient("ann", "x").First("abc"));
        await wire.SendAsync("AUTHENTICATE *");
        Assert.Contains(" 906 ", await wire.NextAsync(), StringComparison.Ordinal);
        var two = await BeginAsync(wire, new ScramClient("ann", "x").First("abc"));
        Assert.StartsWith("r=abc", ScramClient.Decode(one), StringComparison.Ordinal);
        Assert.NotEqual(ScramClient.Decode(one).Split(',')[0], ScramClient.Decode(two).Split(',')[0]);
    }

    private static async Task<string> BeginAsync(WireClient wire, string first)
    {
        await wire.SendAsync("AUTHENTICATE SCRAM-SHA-256");
        Assert.Equal("AUTHENTICATE +", await wire.NextAsync());
        await wire.SendAsync("AUTHENTICATE " + first);
        return (await wire.NextAsync())!["AUTHENTICATE ".Length..];
    }
}
