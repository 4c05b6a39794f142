using Teahouse.Core.Services;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class ServiceTranscripts
{
    [Fact]
    public Task A_service_answers_by_notices() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        bob connects
        bob > PRIVMSG NickServ :status ann
        bob < :NickServ!services@tea.example NOTICE bob :ann is logged in as ann
        bob > NS status
        bob < :NickServ!services@tea.example NOTICE bob :bob is not logged in
        bob > NICKSERV :STATUS eve
        bob < :NickServ!services@tea.example NOTICE bob :eve is not here
        ann < none
        """);

    [Fact]
    public Task What_a_service_does_not_know_changes_nothing_and_says_where_help_is() => Transcript.RunAsync(
        """
        ann connects
        ann > PRIVMSG nickserv :dance with me
        ann < :NickServ!* NOTICE ann :There is no dance. /msg NickServ HELP lists what there is
        ann > PRIVMSG NickServ
        ann < :* 412 ann :No text to send
        ann > PRIVMSG NickServ :
        ann < :* 412 ann :No text to send
        ann > PRIVMSG NickServ,ann :status
        ann < :ann!* PRIVMSG ann :status
        ann < :* 401 ann NickServ :Services are written to one at a time, in single lines
        """);

    [Fact]
    public Task Help_is_made_from_the_rows() => Transcript.RunAsync(
        """
        ann connects
        ann > NS HELP status
        ann < :NickServ!* NOTICE ann :It is written: /msg NickServ STATUS [<nick>]
        ann < :NickServ!* NOTICE ann :Whether somebody, or you, is logged in, and as whom
        ann < :NickServ!* NOTICE ann :End of help
        ann > NS HELP dance
        ann < :NickServ!* NOTICE ann :There is no dance. *
        ann > NS
        ann ~ :NickServ!* NOTICE ann :STATUS: *
        ann ~ :NickServ!* NOTICE ann :End of help
        ann < ...
        """);

    [Fact]
    public Task The_echo_goes_to_the_asking_session_alone_and_carries_no_msgid() => Transcript.RunAsync(
        """
        account ann
        one connects as ann with echo-message message-tags
        two connects as ann with echo-message message-tags
        one > PRIVMSG NickServ :STATUS
        one < :ann!* PRIVMSG NickServ STATUS
        one < :NickServ!* NOTICE ann :ann is logged in as ann
        two < none
        """);

    [Fact]
    public Task A_labelled_question_is_answered_in_one_batch() => Transcript.RunAsync(
        """
        ann connects with echo-message labeled-response batch message-tags
        ann > @label=a PRIVMSG NickServ :STATUS
        ann < @label=a :* BATCH +* labeled-response
        ann < @batch=* :ann!* PRIVMSG NickServ STATUS
        ann < @batch=* :NickServ!* NOTICE ann :*
        ann < :* BATCH -*
        ann > @label=b NS STATUS
        ann < @label=b :NickServ!* NOTICE ann :*
        """);

    [Fact]
    public Task Notices_to_a_service_are_not_answered() => Transcript.RunAsync(
        """
        ann connects with message-tags
        ann > NOTICE NickServ :STATUS
        ann > TAGMSG NickServ
        ann < none
        """);

    [Fact]
    public void Every_row_has_a_name_of_its_own_and_says_what_it_does()
    {
        Assert.All(ServiceTable.All, service =>
        {
            Assert.Equal(service.Commands.Length, service.Commands.Select(c => c.Name).Distinct().Count());
            Assert.Contains(ServiceHelp.Row, service.Commands);
            Assert.All(service.Commands, row =>
            {
                Assert.Matches("^[A-Z]+$", row.Name);
                Assert.NotEmpty(row.Summary);
                Assert.All(row.Summary, line => Assert.InRange(line.Length, 1, 200));
            });
        });
    }
}
