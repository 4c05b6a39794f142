using Teahouse.Core.Hosting;
using Teahouse.Core.Operators;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class RehashTranscripts
{
    private static readonly ServerOptions WithOperator = Stage.Options with { Operators = [new("boss", "secret")] };

    [Fact]
    public async Task What_can_change_does_and_those_whom_it_concerns_are_told()
    {
        await using var stage = await Stage.OpenAsync(WithOperator);
        var next = WithOperator with
        {
            Motd = ["new words"],
            Name = "other.example",
            Icon = "https://tea.example/icon.svg",
            DisabledCapabilities = ["away-notify"],
            Limits = WithOperator.Limits with { AwayLength = 5, TopicLength = 3 },
            Operators = [new("chief", "other")],
        };
        stage.Server.Rehash = () =>
        {
            stage.Server.Adopt(next);
            return new RehashResult("tea.toml", [], ["[server] motd"], ["[server] name"]);
        };
        await Transcript.RunAsync(stage,
            """
            ann connects
            bob connects with cap-notify away-notify draft/extended-isupport batch
            cat connects with away-notify
            ann > REHASH
            ann < :* 481 ann :*
            ann > OPER boss secret
            ann < ...
            ann > REHASH
            ann ~ :tea.example 382 ann tea.toml :Rehashing
            ann ~ :* NOTICE ann :Changed: [server] motd
            ann ~ :* NOTICE ann :With the next start: [server] name
            ann ~ :* 005 ann AWAYLEN=5 draft/ICON=https://tea.example/icon.svg :*
            bob < :* BATCH +$b draft/isupport
            bob < @batch=$b :* 005 bob AWAYLEN=5 draft/ICON=https://tea.example/icon.svg :*
            bob < :* BATCH -$b
            bob < :* CAP bob DEL :away-notify
            bob > CAP LIST
            bob < :* CAP bob LIST :batch cap-notify draft/extended-isupport
            cat < :* 005 cat AWAYLEN=5 *
            cat > CAP LIST
            cat < :* CAP cat LIST :
            cat > CAP REQ away-notify
            cat < :* CAP cat NAK :away-notify
            bob > MOTD
            bob < :* 375 *
            bob < :* 372 bob :- new words
            bob < :* 376 *
            bob > AWAY :far away
            bob < :* 306 *
            bob > OPER boss secret
            bob < :* 464 *
            bob > OPER chief other
            bob < ...
            """);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_used_changes_nothing()
    {
        await using var stage = await Stage.OpenAsync(WithOperator);
        stage.Server.Rehash = () => new RehashResult("tea.toml", ["tea.toml, line 2: unknown key"], [], []);
        await Transcript.RunAsync(stage,
            """
            ann connects
            ann > OPER boss secret
            ann < ...
            ann > REHASH
            ann < :* 382 ann tea.toml :Rehashing
            ann < :* NOTICE ann :tea.toml, line 2: unknown key
            ann < :* FAIL REHASH INVALID_CONFIGURATION :Nothing was changed
            """);
    }

    [Fact]
    public Task A_server_without_a_configuration_says_so() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss secret
        ann < ...
        ann > REHASH
        ann < :* 382 ann * :Rehashing
        ann < :* NOTICE ann :*
        ann < :* FAIL REHASH *
        """, WithOperator);

    [Fact]
    public Task It_takes_the_privilege() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss secret
        ann < ...
        ann > REHASH
        ann < :* 723 ann rehash :*
        """, Stage.Options with { Operators = [new("boss", "secret") { Privileges = OperatorPrivileges.Kill }] });
}
