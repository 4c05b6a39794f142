using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class AcceptTranscripts
{
    [Fact]
    public Task Who_takes_messages_only_from_the_known_takes_them_from_those_it_accepted() => Transcript.RunAsync(
        """
        account eva
        ann connects
        eva connects as eva
        eva > MODE eva +R
        eva < :eva!* MODE eva +R
        ann > PRIVMSG eva :hello
        ann < :* 477 ann eva :*
        eva > ACCEPT ann
        ann > PRIVMSG eva :hello again
        eva < :ann!* PRIVMSG eva :hello again
        eva > ACCEPT ann
        eva < :* 457 eva ann :*
        eva > ACCEPT *
        eva < :* 281 eva :ann
        eva < :* 282 eva :*
        eva > ACCEPT -ann,-ann
        eva < :* 458 eva ann :*
        ann > PRIVMSG eva :still there?
        ann < :* 477 ann eva :*
        eva > ACCEPT nobody
        eva < :* 401 eva nobody :*
        """);

    [Fact]
    public Task Who_is_written_to_may_answer() => Transcript.RunAsync(
        """
        account eva
        ann connects
        eva connects as eva
        eva > MODE eva +R
        eva < ...
        eva > PRIVMSG ann :hello
        ann < :eva!* PRIVMSG ann :hello
        ann > PRIVMSG eva :hello yourself
        eva < :ann!* PRIVMSG eva :hello yourself
        """);

    [Fact]
    public Task Who_takes_no_CTCP_hears_words_and_actions_only() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        bob > MODE bob +T
        bob < :bob!* MODE bob +T
        ann > PRIVMSG bob :\u0001VERSION\u0001
        ann < :* 531 ann bob :*
        ann > PRIVMSG bob :which client is it?
        bob < :ann!* PRIVMSG bob :which client is it?
        """.Replace("\\u0001", "\u0001", StringComparison.Ordinal));
}
