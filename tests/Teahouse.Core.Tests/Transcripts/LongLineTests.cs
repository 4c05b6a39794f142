namespace Teahouse.Core.Tests.Transcripts;

/// <summary>A line that its receivers could not get whole is refused, not cut.</summary>
public sealed class LongLineTests
{
    [Fact]
    public async Task The_longest_text_that_fits_arrives_whole_and_one_byte_more_is_refused()
    {
        await using var stage = await Stage.OpenAsync();
        var ann = await stage.ConnectAsync("ann");
        var bob = await stage.ConnectAsync("bob");
        await ann.SendAsync("PRIVMSG bob :hello");
        await ann.CatchUpAsync();
        var hello = (await bob.UnreadAsync()).Single(line => line.EndsWith(":hello", StringComparison.Ordinal));
        var longest = new string('x', 510 - (hello.Length - "hello".Length));

        await bob.ForgetAsync();
        await ann.SendAsync("PRIVMSG bob :" + longest);
        await ann.CatchUpAsync();
        Assert.EndsWith(":" + longest, Assert.Single(await bob.UnreadAsync()), StringComparison.Ordinal);

        await bob.ForgetAsync();
        await ann.SendAsync("PRIVMSG bob :" + longest + "x");
        await ann.CatchUpAsync();
        Assert.Contains(" 417 ann ", (await ann.UnreadAsync())[^1], StringComparison.Ordinal);
        Assert.Empty(await bob.UnreadAsync());
    }
}
