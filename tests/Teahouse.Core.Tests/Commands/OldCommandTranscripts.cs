using Teahouse.Core.Hosting;
using Teahouse.Core.Operators;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

/// <summary>Commands of RFC 1459 and 2812 that mean little on one server, and those that are refused.</summary>
public sealed class OldCommandTranscripts
{
    private static readonly ServerOptions WithOperator = Stage.Options with { Operators = [new("boss", "secret"), new("killer", "secret") { Privileges = OperatorPrivileges.Kill }] };

    [Fact]
    public Task Other_servers_there_are_none() => Transcript.RunAsync(
        """
        ann connects
        ann > CONNECT irc.example
        ann < :* 481 ann :*
        ann > SQUIT irc.example :bye
        ann < :* 481 ann :*
        ann > SERVER irc.example 1 :hello
        ann < :* 462 ann :*
        ann > SERVICE dict * *.fr 0 0 :hello
        ann < :* 462 ann :*
        ann > OPER boss secret
        ann < ...
        ann > CONNECT
        ann < :* 461 ann CONNECT :*
        ann > CONNECT irc.example
        ann < :* 402 ann irc.example :*
        ann > SQUIT tea.example :bye
        ann < :* 402 ann tea.example :*
        ann > KILL tea.example :bye
        ann < :* 483 ann :*
        """, WithOperator);

    [Theory]
    [InlineData("SERVER irc.example 1 :hello", "This server does not link with others")]
    [InlineData("SERVICE dict * *.fr 0 0 :hello", "Services are part of this server")]
    public Task What_is_no_client_is_closed(string line, string reason) => Transcript.RunAsync(
        $"""
        ann opens
        ann > {line}
        ann < ERROR :Closing link: * ({reason})
        ann ends
        """);

    [Fact]
    public Task What_is_not_done_has_its_numeric() => Transcript.RunAsync(
        """
        ann connects
        ann > RESTART
        ann < :* 481 ann :*
        ann > DIE
        ann < :* 481 ann :*
        ann > SUMMON bob
        ann < :* 445 ann :*
        ann > USERS
        ann < :* 446 ann :*
        ann > USERS irc.example
        ann < :* 402 ann irc.example :*
        ann > ERROR :I am broken
        ann < none
        ann > OPER boss secret
        ann < ...
        ann > RESTART
        ann < :* 481 ann :*
        """, WithOperator);

    [Fact]
    public Task Services_are_listed_and_written_to() => Transcript.RunAsync(
        """
        ann connects
        ann > SERVLIST
        ann < :* 234 ann NickServ tea.example * 0 0 :*
        ann < :* 234 ann ChanServ tea.example * 0 0 :*
        ann < :* 235 ann * * :*
        ann > SERVLIST Chan*
        ann < :* 234 ann ChanServ tea.example * 0 0 :*
        ann < :* 235 ann Chan* * :*
        ann > SERVLIST * 7
        ann < :* 235 ann * 7 :*
        ann > SQUERY
        ann < :* 411 ann :*
        ann > SQUERY NickServ
        ann < :* 412 ann :*
        ann > SQUERY Nobody :hello
        ann < :* 408 ann Nobody :*
        ann > SQUERY nickserv :HELP
        ann < :NickServ!services@tea.example NOTICE ann :*
        ann < ...
        """);

    [Fact]
    public Task The_way_to_everybody_is_short() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        ann > TRACE
        ann < :* 205 ann User users :ann!*
        ann < :* 262 ann tea.example * :*
        bob > OPER boss secret
        bob < ...
        ann > TRACE bob
        ann < :* 204 ann Operator users :bob!*
        ann < :* 262 ann tea.example * :*
        ann > TRACE irc.example
        ann < :* 402 ann irc.example :*
        """, WithOperator);

    [Fact]
    public Task Statistics_that_name_somebody_are_for_operators() => Transcript.RunAsync(
        """
        ann connects
        ann > STATS u
        ann < :* 242 ann :Server Up 0 days 00:00:00
        ann < :* 219 ann u :*
        ann > STATS m
        ann ~ :* 212 ann STATS 2
        ann < ...
        ann > STATS k
        ann < :* 481 ann :*
        ann < :* 219 ann k :*
        ann > OPER killer secret
        ann < ...
        ann > STATS l
        ann < :* 723 ann audit :*
        ann < :* 219 ann l :*
        ann > OPER boss secret
        ann < ...
        ann > KLINE bad@* :rude
        ann > DLINE 198.51.100.7
        ann < ...
        ann > STATS k
        ann < :* 216 ann K *!bad@* * * :rude
        ann < :* 219 ann k :*
        ann > STATS D
        ann < :* 225 ann D 198.51.100.7 * * :No reason given
        ann < :* 219 ann D :*
        ann > STATS o
        ann < :* 243 ann O * * :boss
        ann < :* 243 ann O * * :killer
        ann < :* 219 ann o :*
        ann > STATS l
        ann < :* 211 ann ann[192.0.2.1] * 0 0 0 0 :0
        ann < :* 219 ann l :*
        ann > STATS x
        ann < :* 219 ann x :*
        """, WithOperator);

    [Fact]
    public Task Who_runs_the_server_is_told_as_far_as_it_is_configured() => Transcript.RunAsync(
        """
        ann connects
        ann > ADMIN
        ann < :* 256 ann tea.example :*
        ann < :* 257 ann :Tea: A tea house
        ann < :* 258 ann :Ann of the house
        ann < :* 259 ann :ann@tea.example
        """, Stage.Options with { Admin = "Ann of the house", AdminEmail = "ann@tea.example" });

    [Fact]
    public Task Operators_see_where_somebody_comes_from() => Transcript.RunAsync(
        """
        account ann
        ann connects from 198.51.100.7 as ann
        bob connects
        bob > WHOIS ann
        bob ~ :* 330 bob ann ann :*
        bob ~ :* 318 bob ann :*
        bob < :* 311 *
        bob < :* 312 *
        bob < :* 671 *
        bob < :* 317 *
        bob > OPER boss secret
        bob < ...
        bob > WHOIS ann
        bob ~ :* 338 bob ann ~ann@ann.cloak 198.51.100.7 :*
        bob ~ :* 379 bob ann :*
        bob < ...
        """, WithOperator);
}
