using System.Net;
using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class WebircTranscripts
{
    private const string Fingerprint = "22e88c7d6da9b73fbb515ed6a8f6d133c680527a799e3069ca7ce346d90649b2";

    private static readonly ServerOptions WithGateway = Stage.Options with
    {
        Gateways = [new("web", "hunter2", [IPNetwork.Parse("10.0.0.0/8")]), new("certified", "hunter3", [IPNetwork.Parse("10.0.0.0/8")], Fingerprint)],
        Operators = [new("boss", "secret")],
    };

    [Fact]
    public Task The_gateways_client_is_who_connects() => Transcript.RunAsync(
        """
        ann connects from 198.51.100.7
        bob opens from 10.1.2.3
        bob > WEBIRC hunter2 gate host.example 198.51.100.7 :secure=yes local-port=6697 unknown
        bob > NICK bob
        bob > USER bob 0 * :Bob
        bob < :* 001 bob *
        bob < ...
        ann > OPER boss secret
        ann > WHO bob %h
        ann << :* 354 ann $host
        ann < ...
        ann > WHO ann %h
        ann < :* 354 ann $host
        ann < ...
        ann > UBAN INFO 198.51.100.7
        ann ~ :* NOTICE ann :bob!* from 198.51.100.7 (TLS, Tcp) since *, through web
        ann < ...
        """, WithGateway);

    [Fact]
    public Task What_is_not_secure_on_the_way_to_the_gateway_is_not_secure() => Transcript.RunAsync(
        """
        bob opens from 10.1.2.3
        bob > WEBIRC hunter2 gate host.example 2001:db8::1
        bob > NICK bob
        bob > USER bob 0 * :Bob
        bob < :* 001 bob *
        bob < ...
        bob > WHOIS bob
        bob ~ :* 338 bob bob * 2001:db8::1 :*
        bob ~ :* 318 *
        bob < :* 311 *
        bob < :* 312 *
        bob < :* 317 *
        bob < :* 379 *
        """, WithGateway);

    [Theory]
    [InlineData("10.1.2.3", "WEBIRC wrong gate host 198.51.100.7", "Invalid WebIRC password")]
    [InlineData("192.0.2.9", "WEBIRC hunter2 gate host 198.51.100.7", "Invalid WebIRC password")]
    [InlineData("10.1.2.3", "WEBIRC hunter3 gate host 198.51.100.7", "Invalid WebIRC password")]
    [InlineData("10.1.2.3", "WEBIRC hunter2 gate host nowhere", "Invalid address")]
    [InlineData("10.1.2.3", "CAP LS 302¶WEBIRC hunter2 gate host 198.51.100.7", "WEBIRC must come first")]
    [InlineData("10.1.2.3", "NICK bob¶WEBIRC hunter2 gate host 198.51.100.7", "WEBIRC must come first")]
    [InlineData("10.1.2.3", "WEBIRC hunter2 gate host 198.51.100.7¶WEBIRC hunter2 gate host 198.51.100.8", "WEBIRC must come first")]
    public Task A_gateway_that_is_none_is_closed(string from, string lines, string reason) => Transcript.RunAsync(
        $"""
        bob opens from {from}
        bob > {lines}
        bob << ERROR :Closing link: * ({reason})
        bob ends
        """, WithGateway);

    [Fact]
    public async Task The_clients_certificate_is_what_the_gateway_says_and_not_its_own()
    {
        await using var stage = await Stage.OpenAsync(WithGateway);
        await stage.MakeAccountAsync("ann", guest: false);
        Assert.True(await stage.AddCertificateAsync("ann", Fingerprint));
        await Transcript.RunAsync(stage,
            $"""
            one opens from 10.1.2.3
            one > WEBIRC hunter2 gate host 198.51.100.7 :secure certfp-sha-256={Fingerprint.ToUpperInvariant()}
            one > CAP REQ sasl
            one < :* CAP * ACK :*
            one > AUTHENTICATE EXTERNAL
            one < AUTHENTICATE +
            one > AUTHENTICATE +
            one < :* 900 *
            one < :* 903 *
            two opens from 10.1.2.3 showing {Fingerprint}
            two > WEBIRC hunter2 gate host 198.51.100.7 :secure
            two > CAP REQ sasl
            two < :* CAP * ACK :*
            two > AUTHENTICATE EXTERNAL
            two < :* 908 *
            two < :* 904 *
            three opens from 10.1.2.3
            three > WEBIRC hunter2 gate host 198.51.100.7 :certfp-sha-256={Fingerprint}
            three > CAP REQ sasl
            three < :* CAP * ACK :*
            three > AUTHENTICATE EXTERNAL
            three < :* 908 *
            three < :* 904 *
            """);
    }

    [Fact]
    public Task A_ban_hits_the_client_and_limits_count_it_and_not_the_gateway() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss secret
        ann > UBAN ADD 198.51.100.7 :spam
        clear
        one opens from 10.1.2.3
        one > WEBIRC hunter2 gate host 198.51.100.7
        one < ERROR :* (Banned (spam))
        one ends
        two opens from 10.1.2.3
        two > WEBIRC hunter2 gate host 203.0.113.1
        two > NICK two
        two > USER two 0 * :Two
        two < :* 001 two *
        two < ...
        three opens from 10.1.2.3
        three > WEBIRC hunter2 gate host 203.0.113.1
        three < ERROR :* (Too many connections from your address)
        three ends
        four opens from 10.1.2.3
        four > WEBIRC hunter2 gate host 203.0.113.2
        four > NICK four
        four > USER four 0 * :Four
        four < :* 001 four *
        four < ...
        """, WithGateway with { Limits = WithGateway.Limits with { ConnectionsPerAddress = 1 } });

    [Fact]
    public Task After_registration_it_is_too_late() => Transcript.RunAsync(
        """
        ann connects from 10.1.2.3
        ann > WEBIRC hunter2 gate host 198.51.100.7
        ann < :* 462 ann :*
        """, WithGateway);
}
