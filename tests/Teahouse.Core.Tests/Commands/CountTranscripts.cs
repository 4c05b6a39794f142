using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

/// <summary>LUSERS tells numbers that are counted as people come, change and go: each way out is here.</summary>
public sealed class CountTranscripts
{
    [Fact]
    public Task People_strangers_operators_and_rooms_are_counted_up_and_down_again() => Transcript.RunAsync(
        """
        ann connects
        ann > LUSERS
        ann < :* 251 ann :There are 1 users and 0 invisible on 1 servers
        ann < :* 252 ann 0 :*
        ann < :* 253 ann 0 :*
        ann < :* 254 ann 0 :*
        ann < :* 255 ann :I have 1 clients and 0 servers
        ann < :* 265 ann 1 1 :*
        ann < :* 266 ann 1 1 :*
        bob joins #tea
        carl joins #tea
        eve opens
        bob > MODE bob +i
        bob < :bob!* MODE bob +i
        bob > OPER boss secret
        bob < :* 381 bob :*
        bob < :bob!* MODE bob +o
        bob > NICK bert
        bob < :bob!* NICK bert
        ann > LUSERS
        ann < :* 251 ann :There are 2 users and 1 invisible on 1 servers
        ann < :* 252 ann 1 :*
        ann < :* 253 ann 1 :*
        ann < :* 254 ann 1 :*
        ann < :* 255 ann :I have 3 clients and 0 servers
        ann < :* 265 ann 3 3 :*
        ann < :* 266 ann 3 3 :*
        eve drops
        bob drops
        carl < :bob!* NICK bert
        carl < :bert!* QUIT :*
        carl > PART #tea
        carl < :carl!* PART #tea
        ann > LUSERS
        ann < :* 251 ann :There are 2 users and 0 invisible on 1 servers
        ann < :* 252 ann 0 :*
        ann < :* 253 ann 0 :*
        ann < :* 254 ann 0 :*
        ann < :* 255 ann :I have 2 clients and 0 servers
        ann < :* 265 ann 2 3 :*
        ann < :* 266 ann 2 3 :*
        bob < ...
        """, Stage.Options with { Operators = [new("boss", "secret")] });
}
