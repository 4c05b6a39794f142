using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

/// <summary>A new device by a code that is shown there and accepted elsewhere.</summary>
public sealed class LinkTranscripts
{
    [Fact]
    public Task A_device_gets_a_credential_of_its_own_once_its_code_is_accepted() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        pad connects
        pad > NS LINK NEW Ann's pad
        pad < :NickServ!* NOTICE pad :Type this where you are logged in, within five minutes: /msg NickServ LINK SHOW $code
        pad > NS LINK STATUS
        pad < :NickServ!* NOTICE pad :Nobody has accepted the code yet
        ann > NS LINK SHOW $code
        ann < :NickServ!* NOTICE ann :Ann's pad shows that code. *
        pad > NS LINK STATUS
        pad < :NickServ!* NOTICE pad :Nobody has accepted the code yet
        ann > NS LINK ACCEPT $code
        ann < :NickServ!* NOTICE ann :The device logs in to your account now
        pad > NS LINK STATUS
        pad < :NickServ!* NOTICE pad :This device logs in to ann; its password, which is not shown again: $credential
        pad > NS LINK STATUS
        pad < :NickServ!* NOTICE pad :There is no code of this connection, or not any more: LINK NEW makes one
        ann > NS LINK ACCEPT $code
        ann < :NickServ!* NOTICE ann :That code is not valid, or not any more
        ann > QUIT
        ann < ...
        pad > NS IDENTIFY ann $credential
        pad < :* 900 *
        pad < ...
        pad > NS ACCESS LIST
        pad < :NickServ!* NOTICE pad :1: Ann's pad, since *
        """);

    [Fact]
    public Task A_refused_device_hears_so_and_its_code_is_used_up() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        pad connects
        pad > NS LINK NEW
        pad < :NickServ!* NOTICE pad :*LINK SHOW $code
        ann > NS LINK REFUSE $code
        ann < :NickServ!* NOTICE ann :The device was refused
        pad > NS LINK STATUS
        pad < :NickServ!* NOTICE pad :The device was refused
        ann > NS LINK ACCEPT $code
        ann < :NickServ!* NOTICE ann :That code is not valid, or not any more
        """);

    [Fact]
    public Task Who_only_sees_the_code_gets_nothing_by_it() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        pad connects
        eve connects
        pad > NS LINK NEW
        pad < :NickServ!* NOTICE pad :*LINK SHOW $code
        eve > NS LINK SHOW $code
        eve < :NickServ!* NOTICE eve :Log in to an account first
        eve > NS LINK ACCEPT $code
        eve < :NickServ!* NOTICE eve :Log in to an account first
        ann > NS LINK ACCEPT $code
        ann < :NickServ!* NOTICE ann :The device logs in to your account now
        eve > NS LINK STATUS
        eve < :NickServ!* NOTICE eve :There is no code of this connection, or not any more: LINK NEW makes one
        """);

    [Fact]
    public Task A_code_ends_with_its_time_with_its_connection_and_with_the_next_one() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        pad connects
        pod connects
        pad > NS LINK NEW
        pad < :NickServ!* NOTICE pad :*LINK SHOW $first
        pad > NS LINK NEW
        pad < :NickServ!* NOTICE pad :*LINK SHOW $second
        ann > NS LINK SHOW $first
        ann < :NickServ!* NOTICE ann :That code is not valid, or not any more
        pad > QUIT
        pad < ...
        ann > NS LINK SHOW $second
        ann < :NickServ!* NOTICE ann :That code is not valid, or not any more
        ann > NS LINK NEW
        ann < :NickServ!* NOTICE ann :You are logged in already
        ann > NS LINK SHOW
        ann < :NickServ!* NOTICE ann :It is written: *
        """);
}
