using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class MonitorTranscripts
{
    [Fact]
    public Task Who_is_watched_is_announced_coming_and_going() => Transcript.RunAsync(
        """
        ann connects
        ann > MONITOR + bob,cat
        ann < :* 731 ann bob,cat
        bob opens
        bob > NICK bob
        bob > USER bob 0 * :Bob
        bob < :* 001 *
        bob < ...
        ann < :* 730 ann :bob!*
        ann > MONITOR L
        ann < :* 732 ann bob,cat
        ann < :* 733 ann :*
        bob > NICK cat
        ann < :* 731 ann bob
        ann < :* 730 ann :cat!*
        ann > MONITOR S
        ann < :* 730 ann :cat!*
        ann < :* 731 ann bob
        ann > MONITOR - cat
        ann < none
        bob > QUIT :bye
        ann < none
        ann > MONITOR C
        ann > MONITOR L
        ann < :* 733 ann :*
        """);

    [Fact]
    public Task A_mask_is_no_nick_to_watch() => Transcript.RunAsync(
        """
        ann connects
        ann > MONITOR + b*b
        ann < :* 432 ann b*b :*
        ann > MONITOR L
        ann < :* 733 ann :*
        """);

    [Fact]
    public Task A_full_list_is_refused_with_what_did_not_fit() => Transcript.RunAsync(
        """
        ann connects
        ann > MONITOR + b,c
        ann < :* 734 ann 1 c :*
        ann < :* 731 ann b
        """, Stage.Options with { Limits = Stage.Options.Limits with { MonitorEntries = 1 } });

    [Fact]
    public Task Extended_monitor_tells_what_a_watched_user_changes() => Transcript.RunAsync(
        """
        ann connects with extended-monitor away-notify setname
        bob connects
        ann > MONITOR + bob
        ann < :* 730 ann :bob!*
        bob > AWAY :lunch
        ann < :bob!* AWAY :lunch
        bob > SETNAME :Bob the Second
        ann < :bob!* SETNAME :Bob the Second
        """);
}
