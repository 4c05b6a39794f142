using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class OperatorTranscripts
{
    private static readonly ServerOptions WithOperator = Stage.Options with { Operators = [new("boss", "secret")] };

    [Fact]
    public Task A_wrong_password_makes_no_operator() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss wrong
        ann < :* 464 ann :*
        ann > OPER nobody secret
        ann < :* 464 ann :*
        ann > KILL ann
        ann < :* 481 ann :*
        ann > WALLOPS :hello
        ann < :* 481 ann :*
        """, WithOperator);

    [Fact]
    public async Task A_hashed_password_is_accepted()
    {
        using var random = RandomNumberGenerator.Create();
        var hashed = OperatorPassword.Format(Passwords.Make("secret", 10, random));
        await Transcript.RunAsync(
            """
            ann connects
            ann > OPER boss wrong
            ann < :* 464 ann :*
            ann > OPER boss secret
            ann < :* 381 ann :*
            ann < :ann!* MODE ann +o
            ann > MODE ann -o
            ann < :ann!* MODE ann -o
            """, Stage.Options with { Operators = [new("boss", hashed)] });
    }

    [Fact]
    public Task An_operator_ends_somebodys_connections() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        ann > OPER boss secret
        ann < :* 381 ann :*
        ann < :ann!* MODE ann +o
        ann > KILL bob :spam
        bob < :ann!* KILL bob :spam
        bob < ERROR :Closing link: * (Killed (ann (spam)))
        bob ends
        ann < :bob!* QUIT :Killed (ann (spam))
        ann > KILL bob
        ann < :* 401 ann bob :*
        """, WithOperator);

    [Fact]
    public Task Wallops_reach_those_who_want_them() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        cat connects
        bob > MODE bob +w
        bob < :bob!* MODE bob +w
        ann > OPER boss secret
        ann < ...
        ann > WALLOPS :tea at five
        bob < :ann!* WALLOPS :tea at five
        cat < none
        """, WithOperator);
}
