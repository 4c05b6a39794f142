using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

/// <summary>Small capabilities, each as it looks from outside.</summary>
public sealed class CapabilityTranscripts
{
    private static readonly ServerOptions WithOperator = Stage.Options with { Operators = [new("boss", "secret")] };

    [Theory]
    [InlineData("no-implicit-names")]
    [InlineData("draft/no-implicit-names")]
    public Task Without_implicit_names_a_join_lists_nobody(string capability) => Transcript.RunAsync(
        $"""
        bob joins #tea
        ann connects with {capability}
        ann > JOIN #tea
        ann < :ann!* JOIN #tea
        ann < none
        ann > NAMES #tea
        ann < :* 353 ann = #tea :*
        ann < :* 366 ann #tea :*
        """);

    [Fact]
    public Task What_the_server_supports_is_told_before_registration() => Transcript.RunAsync(
        """
        ann opens
        ann > ISUPPORT
        ann < :* 451 * :*
        ann > CAP REQ :batch draft/extended-isupport
        ann < :* CAP * ACK :*
        ann > ISUPPORT
        ann < :* BATCH +$b draft/isupport
        ann < @batch=$b :* 005 * *AWAYLEN=* :are supported by this server
        ann < @batch=$b :* 005 * *NICKLEN=* :are supported by this server
        ann < @batch=$b :* 005 * *MSGREFTYPES=* :are supported by this server
        ann < :* BATCH -$b
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann > CAP END
        ann < :* 001 ann :*
        ann ~ :* BATCH +$c draft/isupport
        ann ~ @batch=$c :* 005 ann *NICKLEN=* :*
        ann < ...
        """);

    [Fact]
    public Task Without_the_batch_it_is_plain_lines() => Transcript.RunAsync(
        """
        ann connects with draft/extended-isupport
        ann > ISUPPORT
        ann < @!batch :* 005 ann *AWAYLEN=* :*
        ann ~ @!batch :* 005 ann *NICKLEN=* :*
        ann < ...
        bob connects with batch
        bob > ISUPPORT
        bob < @!batch :* 005 bob *AWAYLEN=* :*
        bob < ...
        """);

    [Fact]
    public Task The_networks_picture_is_a_token() => Transcript.RunAsync(
        """
        ann connects
        ann > ISUPPORT
        ann ~ :* 005 ann *draft/ICON=https://tea.example/icon.svg *
        ann < ...
        """, Stage.Options with { Icon = "https://tea.example/icon.svg" });

    [Fact]
    public Task One_is_away_before_one_is_there() => Transcript.RunAsync(
        """
        bob connects
        ann opens
        ann > AWAY :early
        ann < :* 451 * :*
        ann > CAP REQ draft/pre-away
        ann < :* CAP * ACK :*
        ann > AWAY :asleep
        ann < :* 306 * :*
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann > CAP END
        ann < :* 001 ann :*
        ann < ...
        bob > PRIVMSG ann :hello
        bob < :* 301 bob ann :asleep
        ann < ...
        ann > AWAY
        ann < :* 305 ann :*
        bob > PRIVMSG ann :hello again
        bob < none
        ann < ...
        """);

    [Fact]
    public async Task A_client_without_a_person_does_not_hide_one_who_is_there()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("ann", guest: false);
        await Transcript.RunAsync(stage,
            """
            bob joins #tea with away-notify
            one joins #tea with draft/pre-away sasl
            one > QUIT
            clear
            """);
        await stage.ConnectAsync("first", "ann", "draft/pre-away");
        await Transcript.RunAsync(stage,
            """
            first > JOIN #tea
            clear
            first > AWAY *
            first < :* 306 ann :*
            bob < :ann!* AWAY :*
            """);
        await stage.ConnectAsync("second", "ann", "draft/pre-away");
        await Transcript.RunAsync(stage,
            """
            bob < :ann!* AWAY
            second > QUIT
            bob < :ann!* AWAY :*
            """);
    }

    [Fact]
    public Task A_bot_is_marked_on_all_it_does() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags
        cat joins #tea
        bot joins #tea
        bot > MODE bot +B
        bot < :bot!* MODE bot +B
        bot > PRIVMSG #tea :beep
        ann < @bot :bot!* PRIVMSG #tea :beep
        cat < @!bot :bot!* PRIVMSG #tea :beep
        bot > PART #tea
        ann < @bot :bot!* PART #tea*
        cat < ...
        bot < ...
        ann > WHOIS bot
        ann ~ :* 335 ann bot :*
        ann < ...
        ann > WHO bot
        ann < :* 352 ann * * * * bot HB :*
        ann < :* 315 ann bot :*
        bot > MODE bot -B
        bot < ...
        bot > JOIN #tea
        ann < @!bot :bot!* JOIN #tea
        """);

    [Fact]
    public Task An_operator_is_marked_for_those_who_ask() => Transcript.RunAsync(
        """
        ann joins #tea with draft/oper-tag
        bob joins #tea with message-tags
        eve joins #tea
        eve > OPER boss secret
        eve < ...
        eve > NOTICE #tea :tidy up
        ann < @draft/oper :eve!* NOTICE #tea :tidy up
        bob < @!draft/oper :eve!* NOTICE #tea :tidy up
        eve > MODE eve -o
        eve < ...
        eve > NOTICE #tea :done
        ann < @!draft/oper :eve!* NOTICE #tea :done
        bob < ...
        """, WithOperator);

    [Fact]
    public Task What_the_configuration_disables_is_not_offered() => Transcript.RunAsync(
        """
        ann connects
        ann > CAP REQ batch
        ann < :* CAP ann NAK :batch
        ann > CAP LS 302
        ann < :* CAP ann LS * :account-notify account-tag away-notify cap-notify *
        ann < ...
        """, Stage.Options with { DisabledCapabilities = ["batch"] });

    [Fact]
    public Task Everybody_gets_the_modes_that_the_configuration_names() => Transcript.RunAsync(
        """
        ann connects
        ann > MODE ann
        ann < :* 221 ann +Twi
        """, Stage.Options with { Accounts = Stage.Options.Accounts with { DefaultUserModes = "+iTw" } });

    [Fact]
    public Task An_account_needs_no_code() => Transcript.RunAsync(
        """
        account ann
        bob connects with draft/account-registration
        bob > VERIFY bob 123456
        bob < :* FAIL VERIFY INVALID_CODE bob :*
        bob > VERIFY bob
        bob < :* 461 bob VERIFY :*
        ann connects as ann
        ann > VERIFY ann 123456
        ann < :* FAIL VERIFY ALREADY_AUTHENTICATED ann :*
        """);
}
