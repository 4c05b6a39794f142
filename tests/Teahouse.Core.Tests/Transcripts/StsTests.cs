namespace Teahouse.Core.Tests.Transcripts;

public sealed class StsTests
{
    [Fact]
    public async Task It_is_told_with_its_value_and_cannot_be_asked_for()
    {
        await using var stage = await Stage.OpenAsync();
        using var ann = new WireClient("ann", stage.Server) { Sts = "duration=300" }.Open();
        await stage.RegisterAsync(ann);
        await ann.ForgetAsync();

        await ann.SendAsync("CAP LS 302");
        Assert.Contains(await ann.UnreadAsync(), line => line.Split(' ').Contains("sts=duration=300"));
        await ann.ForgetAsync();
        await ann.SendAsync("CAP REQ :sts batch");
        Assert.Equal(":tea.example CAP ann NAK :sts batch", await ann.NextAsync());
        await ann.DropAsync();
    }

    [Fact]
    public async Task Whoever_knows_no_values_or_has_no_policy_is_not_told()
    {
        await using var stage = await Stage.OpenAsync();
        using var old = new WireClient("old", stage.Server) { Sts = "duration=300" }.Open();
        await stage.RegisterAsync(old);
        await old.ForgetAsync();
        await old.SendAsync("CAP LS");
        Assert.DoesNotContain(await old.UnreadAsync(), line => line.Contains("sts", StringComparison.Ordinal));
        await old.DropAsync();

        var ann = await stage.ConnectAsync("ann");
        await ann.SendAsync("CAP LS 302");
        Assert.DoesNotContain(await ann.UnreadAsync(), line => line.Contains("sts=", StringComparison.Ordinal));
    }
}
