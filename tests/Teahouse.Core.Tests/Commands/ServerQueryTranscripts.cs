using Teahouse.Core.Commands;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class ServerQueryTranscripts
{
    [Fact]
    public Task The_server_tells_about_itself() => Transcript.RunAsync(
        """
        ann connects
        ann > INFO
        ann < :* 371 ann :*
        ann < :* 371 ann :*
        ann < :* 374 ann :*
        ann > TIME
        ann < :* 391 ann * :*Z
        ann > LINKS
        ann < :* 364 ann * * :0 *
        ann < :* 365 ann * :*
        ann > ADMIN
        ann < :* 256 ann *
        ann < :* 257 ann *
        ann < :* 258 ann *
        ann > STATS u
        ann < :* 242 ann :Server Up 0 days *
        ann < :* 219 ann u :*
        ann > STATS y
        ann < :* 219 ann y :*
        ann > TIME elsewhere.example
        ann < :* 402 ann elsewhere.example :*
        """);

    [Fact]
    public Task Help_knows_every_command_and_says_when_it_does_not() => Transcript.RunAsync(
        """
        ann connects
        ann > HELP privmsg
        ann < :* 704 ann PRIVMSG :*
        ann < :* 705 ann PRIVMSG :PRIVMSG <target>*
        ann < :* 706 ann PRIVMSG :*
        ann > HELPOP NONSENSE
        ann < :* 524 ann NONSENSE :*
        """);

    [Fact]
    public void Every_command_has_its_line_of_help() =>
        Assert.All(CommandTable.All, c => Assert.StartsWith(c.Name, HelpTexts.Of(c.Name), StringComparison.Ordinal));

    [Fact]
    public void Every_line_of_help_says_more_than_the_name() =>
        Assert.All(CommandTable.All, c => Assert.NotEqual(c.Name, HelpTexts.Of(c.Name)));

    [Fact]
    public Task Whowas_remembers_the_last_first() => Transcript.RunAsync(
        """
        ann connects
        ann > WHOWAS bob
        ann < :* 406 ann bob :*
        ann < :* 369 ann bob :*
        bob connects
        bob > NICK rob
        ann > WHOWAS bob
        ann < :* 314 ann bob * * * :*
        ann < :* 312 ann bob * :*Z
        ann < :* 369 ann bob :*
        """);

    [Fact]
    public Task Ison_names_who_is_here() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        ann > ISON cat BOB
        ann < :* 303 ann *bob
        """);

    [Fact]
    public Task A_bot_is_marked_as_one() => Transcript.RunAsync(
        """
        ann connects with message-tags
        bot1 connects
        bot1 > MODE bot1 +B
        bot1 < :bot1!* MODE bot1 +B
        bot1 > PRIVMSG ann :beep
        ann < @bot :bot1!* PRIVMSG ann :beep
        ann > WHOIS bot1
        ann < :* 311 *
        ann < :* 312 *
        ann < :* 335 ann bot1 :*
        ann < ...
        """);
}
