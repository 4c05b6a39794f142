using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class ReadMarkerTranscripts
{
    [Fact]
    public Task A_mark_is_set_asked_for_and_never_goes_back() => Transcript.RunAsync(
        """
        ann joins #tea with draft/read-marker labeled-response batch
        ann > MARKREAD #tea
        ann < :tea.example MARKREAD #tea *
        ann > @label=a MARKREAD #TEA timestamp=2020-01-01T00:00:00.123Z
        ann < @label=a :tea.example MARKREAD #TEA timestamp=2020-01-01T00:00:00.123Z
        ann > MARKREAD #tea timestamp=2019-01-01T00:00:00.000Z
        ann < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.123Z
        ann > MARKREAD #elsewhere
        ann < :* MARKREAD #elsewhere *
        // Nobody has read what is not said yet.
        ann > MARKREAD #tea timestamp=2099-01-01T00:00:00.000Z
        ann < :* FAIL MARKREAD INVALID_PARAMS timestamp=2099-01-01T00:00:00.000Z :*
        ann > MARKREAD #tea
        ann < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.123Z
        // A clock that is a little ahead.
        ann > MARKREAD #tea timestamp=2027-01-15T08:09:00.000Z
        ann < :* MARKREAD #tea timestamp=2027-01-15T08:00:*
        """);

    [Fact]
    public Task What_makes_no_sense_is_refused() => Transcript.RunAsync(
        """
        ann joins #tea with draft/read-marker
        ann > MARKREAD
        ann < :* FAIL MARKREAD NEED_MORE_PARAMS :*
        ann > MARKREAD #tea *
        ann < :* FAIL MARKREAD INVALID_PARAMS * :*
        ann > MARKREAD #tea timestamp=yesterday
        ann < :* FAIL MARKREAD INVALID_PARAMS timestamp=yesterday :*
        ann > MARKREAD #tea 2020-01-01T00:00:00.000Z
        ann < :* FAIL MARKREAD INVALID_PARAMS 2020-01-01T00:00:00.000Z :*
        ann > MARKREAD nobody timestamp=2020-01-01T00:00:00.000Z
        ann < :* FAIL MARKREAD INVALID_PARAMS nobody :*
        ann > MARKREAD nobody
        ann < :* MARKREAD nobody *
        ann > MARKREAD #tea
        ann < :* MARKREAD #tea *
        """);

    [Fact]
    public Task Who_comes_in_is_told_before_the_end_of_the_names() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann with draft/read-marker
        ann > JOIN #tea
        ann < :ann!* JOIN #tea
        ann < :* MARKREAD #tea *
        ann < :* 353 *
        ann < :* 366 *
        ann > MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        ann < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        ann > PART #tea
        ann < :* PART #tea
        ann > JOIN #tea
        ann < :ann!* JOIN #tea
        ann < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        ann < :* 353 *
        ann < :* 366 *
        bob joins #tea with draft/read-marker
        bob > MARKREAD #tea
        bob < :* MARKREAD #tea *
        ann < ...
        """);

    [Fact]
    public Task The_accounts_other_sessions_are_told_and_nobody_else() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann with draft/read-marker
        bob joins #tea with draft/read-marker
        phone connects as ann with draft/read-marker
        old connects as ann
        clear
        ann > MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        ann < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        phone < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        old < none
        bob < none
        ann > MARKREAD #tea timestamp=2019-01-01T00:00:00.000Z
        ann < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        phone < none
        """);

    [Fact]
    public Task A_further_session_is_told_in_each_room_what_was_read() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann with draft/read-marker
        ann > MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        ann < ...
        phone opens
        phone > CAP REQ :draft/read-marker
        phone > PASS :ann:correct horse
        phone > NICK ann
        phone > USER ann 0 * :Ann
        phone > CAP END
        phone << :* 422 *
        phone < :ann!* JOIN #tea
        phone < :* MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
        phone < :* 353 *
        phone < :* 366 *
        ann < none
        """);

    [Fact]
    public Task What_was_read_of_somebody_is_of_the_person_and_not_of_the_name() => Transcript.RunAsync(
        """
        account ann
        account bob
        ann connects as ann with draft/read-marker
        bob connects as bob
        ann > MARKREAD bob timestamp=2020-01-01T00:00:00.000Z
        ann < :* MARKREAD bob timestamp=2020-01-01T00:00:00.000Z
        bob > NICK robert
        ann > MARKREAD robert
        ann < :* MARKREAD robert timestamp=2020-01-01T00:00:00.000Z
        bob > QUIT
        ann > MARKREAD bob
        ann < :* MARKREAD bob timestamp=2020-01-01T00:00:00.000Z
        """);
}
