using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;
using static Teahouse.Core.Tests.Once.OnceScene;

namespace Teahouse.Core.Tests.Once;

/// <summary>docs/extensions/once.md: what is refused, and who may use it. The stage's clock begins at 01a3185c-5000 of a UUIDv7.</summary>
public sealed class OnceRefusalTranscripts
{
    [Theory]
    [InlineData("PRIVMSG #tea :other")]
    [InlineData("NOTICE #tea :hello")]
    [InlineData("TAGMSG #tea", "+draft/react=x;")]
    [InlineData("PRIVMSG #tea :hello", "+draft/react=x;")]
    public Task Another_message_with_a_known_id_is_a_conflict(string line, string tags = "") => Transcript.RunAsync(Scene +
        $"""
        ann > @teahouse.chat/id={Id};+a=1;+b=2 PRIVMSG #tea :hello
        ann < ...
        bob < ...
        ann > @label=b;{tags}teahouse.chat/id={Id} {line}
        ann < @label=b :* FAIL {line.Split(' ')[0]} ID_CONFLICT #tea {Id} final :*
        ann > @+b=2;label=c;+a=1;teahouse.chat/id={Id};teahouse.chat/after={Other};ignored=1 PRIVMSG #tea :hello
        ann < @label=c;+a=1;+b=2;msgid=* :ann!* PRIVMSG #tea :hello
        bob < none
        """);

    [Theory]
    [InlineData("teahouse.chat/id=", "*")]
    [InlineData("teahouse.chat/id=hello", "hello")]
    [InlineData("teahouse.chat/id=01A3185C-5000-7000-8000-000000000001", "01A3185C-5000-7000-8000-000000000001")]
    [InlineData("teahouse.chat/id=01a3185c-5000-4000-8000-000000000001", "01a3185c-5000-4000-8000-000000000001")]
    [InlineData("teahouse.chat/id=01a3185c-5000-7000-c000-000000000001", "01a3185c-5000-7000-c000-000000000001")]
    [InlineData("teahouse.chat/id=01a3185c-5000-7000-8000-00000000001-", "01a3185c-5000-7000-8000-00000000001-")]
    [InlineData("teahouse.chat/id=01a3185c-5000-7000-8000-0000000000011", "01a3185c-5000-7000-8000-0000000000011")]
    [InlineData("teahouse.chat/id=01a3185c500070008000000000000001", "01a3185c500070008000000000000001")]
    [InlineData("teahouse.chat/id=a\\sb", "*")]
    [InlineData("teahouse.chat/after=01a3185c-5000-7000-8000-000000000001", "*")]
    [InlineData("teahouse.chat/id=01a3185c-5000-7000-8000-000000000001;teahouse.chat/after=no", "no")]
    public Task What_is_no_id_is_refused(string tags, string shown) => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;{tags} PRIVMSG #tea :hello
        ann < @label=a :* FAIL PRIVMSG ID_INVALID #tea {shown} final 2027-01-15T08:00:00.000Z :*
        ann > @label=b;{tags} BATCH +1 draft/multiline #tea¶@batch=1 NOTICE #tea one¶@batch=1 NOTICE #tea two¶BATCH -1
        ann < @label=b :* FAIL NOTICE ID_INVALID #tea {shown} final 2027-01-15T08:00:00.000Z :*
        bob < none
        """);

    [Theory]
    [InlineData("01a31865-77c1-7000-8000-000000000001", "ID_INVALID")]
    [InlineData("01a2f44f-cc00-7000-8000-000000000001", "ID_EXPIRED")]
    [InlineData("00000000-0000-7000-8000-000000000001", "ID_EXPIRED")]
    [InlineData("ffffffff-ffff-7fff-bfff-ffffffffffff", "ID_INVALID")]
    public Task An_id_from_too_far_away_is_refused_with_the_time_here(string id, string code) => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;teahouse.chat/id={id} PRIVMSG #tea :hello
        ann < @label=a :* FAIL PRIVMSG {code} #tea {id} final 2027-01-15T08:00:00.000Z :*
        bob < none
        """);

    [Theory]
    [InlineData("01a31865-77c0-7000-8000-000000000001")]
    [InlineData("01a2f44f-cc01-7000-8000-000000000001")]
    public Task Ten_minutes_ahead_and_seven_days_behind_it_is_taken(string id) => Transcript.RunAsync(Scene +
        $"""
        ann > @label=a;teahouse.chat/id={id} PRIVMSG #tea :hello
        ann < @label=a;teahouse.chat/id={id} :ann!* PRIVMSG #tea :hello
        """);

    [Fact]
    public Task Where_nothing_is_kept_an_id_is_refused() => Transcript.RunAsync(Scene +
        $"""
        ann > NS REGISTER nothing
        ann < ...
        ann > CS REGISTER #tea
        ann < ...
        ann > CS SET #tea HISTORY off
        ann < ...
        bob < ...
        ann > @label=a;teahouse.chat/id={Id} PRIVMSG #tea :hello
        ann < @label=a :* FAIL PRIVMSG ONCE_UNAVAILABLE #tea {Id} final :*
        ann > @label=b;teahouse.chat/id={Id} PRIVMSG NickServ :HELP
        ann < @label=b :* FAIL PRIVMSG ONCE_UNAVAILABLE NickServ {Id} final :*
        ann > @label=c;teahouse.chat/id={Id} PRIVMSG bob :hello
        ann < @label=c :* FAIL PRIVMSG ONCE_UNAVAILABLE bob {Id} final :*
        ann > @label=d;teahouse.chat/id={Id};+typing=active TAGMSG ann
        ann < @label=d :* FAIL TAGMSG ONCE_UNAVAILABLE ann {Id} final :*
        ann > @teahouse.chat/id={Id} NOTICE ann :{'\u0001'}PING 1{'\u0001'}
        ann < :* FAIL NOTICE ONCE_UNAVAILABLE ann {Id} final :*
        bob < none
        """);

    [Theory]
    [InlineData("ann connects with teahouse.chat/once message-tags batch echo-message labeled-response")]
    [InlineData("ann connects as ann with teahouse.chat/once batch echo-message labeled-response message-tags standard-replies¶ann > CAP REQ -echo-message")]
    [InlineData("ann connects as ann with teahouse.chat/once message-tags echo-message")]
    public Task An_id_needs_an_account_and_the_capabilities_by_which_it_is_answered(string connection) => Transcript.RunAsync(
        $"""
        account ann
        {connection.Replace("as ann", "as ann", StringComparison.Ordinal).Replace("¶", "\n", StringComparison.Ordinal).Replace("ann connects with", "eve connects with", StringComparison.Ordinal)}
        {(connection.Contains("as ann", StringComparison.Ordinal) ? "ann" : "eve")} joins #tea
        clear
        {(connection.Contains("as ann", StringComparison.Ordinal) ? "ann" : "eve")} > @teahouse.chat/id={Id} PRIVMSG #tea :hello
        {(connection.Contains("as ann", StringComparison.Ordinal) ? "ann" : "eve")} < :* FAIL PRIVMSG ONCE_UNAVAILABLE #tea {Id} final :*
        """);

    [Fact]
    public Task For_whoever_has_not_asked_for_it_the_tag_is_like_any_unknown_one() => Transcript.RunAsync(
        """
        ann joins #tea with message-tags echo-message
        ann > @teahouse.chat/id=nonsense PRIVMSG #tea :hello
        ann < @!teahouse.chat/id :ann!* PRIVMSG #tea :hello
        """);

    [Fact]
    public Task The_welcome_says_what_time_it_is() => Transcript.RunAsync(
        """
        ann opens
        ann > CAP REQ :server-time¶NICK ann¶USER ann 0 * :ann¶CAP END
        ann << @time=2027-01-15T08:00:00.000Z :tea.example 001 ann :*
        ann < ...
        """);
}
