using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class InviteTranscripts
{
    [Fact]
    public Task Invitations_are_listed_until_they_are_used() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects
        bob > INVITE
        bob < :* 337 bob :*
        ann > INVITE bob #tea
        ann < ...
        bob < :ann!* INVITE bob #tea
        bob > INVITE
        bob < :* 336 bob :#tea
        bob < :* 337 bob :*
        bob > JOIN #tea
        bob < ...
        ann < ...
        bob > INVITE
        bob < :* 337 bob :*
        """);
}
