using Teahouse.Core.Hosting;
using Teahouse.Core.Operators;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class RoomOperatorTranscripts
{
    private static readonly ServerOptions Options = Stage.Options with
    {
        Operators = [new OperatorOptions("root", "secret"), new OperatorOptions("kid", "secret") { Privileges = OperatorPrivileges.Kill }],
    };

    [Fact]
    public Task An_operator_brings_people_in_and_takes_them_out() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects
        cat connects
        ann > MODE #tea +ik key
        ann < ...
        cat > OPER root secret
        cat < ...
        bob < ...
        cat > SAJOIN bob #tea
        cat < none
        bob < :bob!* JOIN #tea
        bob < :* 353 bob = #tea :*
        bob < :* 366 *
        ann < :bob!* JOIN #tea
        cat > SAJOIN #tea
        cat < :cat!* JOIN #tea
        cat < :* 353 *
        cat < :* 366 *
        cat > SAPART bob #tea :enough
        bob < :cat!* JOIN #tea
        bob < :bob!* PART #tea :enough
        cat < :bob!* PART #tea :enough
        cat > SAPART bob #tea
        cat < :* 442 cat #tea :*
        cat > SAJOIN nobody #tea
        cat < :* 401 cat nobody :*
        cat > SAJOIN bob tea
        cat < :* 403 cat tea :*
        cat > SAMODE #tea -ik+o * cat
        cat < :cat!* MODE #tea -ik+o * cat
        cat > SAMODE #nowhere +m
        cat < :* 403 cat #nowhere :*
        ann < ...
        """, Options);

    [Fact]
    public Task Nobody_else_can() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects
        bob > SAJOIN #tea
        bob < :* 481 *
        bob > OPER kid secret
        bob < ...
        bob > SAJOIN #tea
        bob < :* 723 bob rooms :*
        bob > SAPART ann #tea
        bob < :* 723 bob rooms :*
        bob > SAMODE #tea +s
        bob < :* 723 bob rooms :*
        """, Options);

    [Fact]
    public Task An_operator_rules_rooms_that_are_not_its_own_and_it_is_written_down() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann1 connects as ann
        ann1 > JOIN #tea
        ann1 > CS REGISTER #tea
        bob1 connects as bob
        bob1 > OPER root secret
        clear
        bob1 > CS TRANSFER #tea bob
        bob1 < :ChanServ!* NOTICE bob :#tea belongs to bob now
        ann1 < :ChanServ!* MODE #tea -q ann
        bob1 > AUDIT LOG
        bob1 ~ :* *ChanServ TRANSFER #tea*
        bob1 < ...
        """, Options);
}
