namespace Teahouse.Core.Tests.Transcripts;

public sealed class AwayTranscripts
{
    [Fact]
    public Task Away_is_told_to_those_who_asked_for_it() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea with away-notify
        cat joins #tea
        ann > AWAY :lunch
        ann < :* 306 ann :*
        bob < :ann!* AWAY :lunch
        cat < none
        cat > PRIVMSG ann :are you there?
        cat < :* 301 cat ann :lunch
        ann < :cat!* PRIVMSG ann :are you there?
        ann > AWAY
        ann < :* 305 ann :*
        bob < :ann!* AWAY
        """);
}
