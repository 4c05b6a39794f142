namespace Teahouse.Core.Tests.Transcripts;

/// <summary>Bots are told nothing, also before they can say again that they are one.</summary>
public sealed class ReplayBotTranscripts
{
    private const string Bot =
        """
        account ann
        account bob
        bob connects as bob
        bot opens
        bot > PASS :ann:correct horse
        bot > NICK ann
        bot > USER ann 0 * :Ann
        bot << :* 422 *
        bot > MODE ann +B
        bot < :ann!* MODE ann +B
        bot > QUIT
        bot < ...
        time 1m
        bob > PRIVMSG ann :to the bot

        """;

    private const string Back =
        """
        back opens
        back > PASS :ann:correct horse
        back > NICK ann
        back > USER ann 0 * :Ann
        back << :* 422 *

        """;

    [Fact]
    public Task A_bot_that_comes_back_is_told_no_direct_messages() => Transcript.RunAsync(Bot + Back + "back < none");

    [Fact]
    public async Task It_is_known_after_a_restart()
    {
        var before = await Stage.OpenAsync();
        await Transcript.RunAsync(before, Bot);
        await using var stage = await before.RestartAsync();
        await Transcript.RunAsync(stage, Back + "back < none");
        Assert.Empty(stage.Faults);
    }

    [Theory]
    [InlineData("MODE ann -B¶QUIT")]
    [InlineData("MODE ann +B-B¶QUIT")]
    [InlineData("QUIT")]
    public Task Who_comes_after_one_that_was_none_is_told_again(string ending) => Transcript.RunAsync(Bot + Back +
        $"""
        back < none
        back > {ending}
        back < ...
        time 1m
        bob > PRIVMSG ann :to a person
        person opens
        person > PASS :ann:correct horse
        person > NICK ann
        person > USER ann 0 * :Ann
        person << :* 422 *
        person < :bob!* PRIVMSG ann :[2027-01-15 08:02 UTC] to a person
        """);

    [Fact]
    public Task A_bot_whose_connection_broke_before_it_said_so_is_one_still() => Transcript.RunAsync(Bot + Back +
        """
        back drops
        back < ...
        time 1m
        bob > PRIVMSG ann :to the bot again
        again opens
        again > PASS :ann:correct horse
        again > NICK ann
        again > USER ann 0 * :Ann
        again << :* 422 *
        again < none
        """);

    [Fact]
    public Task A_device_named_at_SASL_is_told_what_it_missed_itself()
    {
        return Transcript.RunAsync(
            $"""
            account ann
            account bob
            bob joins #tea as bob
            bob > CS REGISTER #tea
            laptop opens
            {Sasl("laptop")}
            laptop > QUIT
            laptop < ...
            time 1m
            phone opens
            {Sasl("phone")}
            bob > PRIVMSG #tea :heard by the phone
            phone < :bob!* PRIVMSG #tea :heard by the phone
            phone > QUIT
            phone < ...
            time 1m
            phone opens
            {Sasl("phone")}
            phone < none
            phone > QUIT
            phone < ...
            laptop opens
            {Sasl("laptop")}
            laptop < :bob!* PRIVMSG #tea :[2027-01-15 08:01 UTC] heard by the phone
            """);

        static string Sasl(string device) =>
            $"""
            {device} > CAP REQ sasl
            {device} > AUTHENTICATE PLAIN
            {device} > AUTHENTICATE {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0ann@{device}\0correct horse"))}
            {device} > NICK ann
            {device} > USER ann 0 * :Ann
            {device} > CAP END
            {device} > JOIN #tea
            {device} << :* 366 *
            """;
    }
}
