using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Teahouse.Client.Tests;

public sealed class TcpTransportTests
{
    [Fact]
    public async Task Lines_go_both_ways_whatever_pieces_they_come_in()
    {
        await using var server = new LoopbackServer();
        await using var transport = await TcpTransport.ConnectAsync("127.0.0.1", server.Port, null, default);
        await transport.SendAsync("NICK 陈晓\r\n"u8.ToArray(), default);
        Assert.Equal("NICK 陈晓\r\n", await server.ReceiveAsync(13));
        await server.SendAsync("one\r\ntwo\n\r\nthr");
        Assert.Equal(["one", "two", ""], [await LineAsync(transport), await LineAsync(transport), await LineAsync(transport)]);
        await server.SendAsync("ee\r\n");
        Assert.Equal("three", await LineAsync(transport));
        await server.CloseAsync();
        Assert.Null(await LineAsync(transport));
    }

    [Fact]
    public async Task Many_long_lines_arrive_whole()
    {
        await using var server = new LoopbackServer();
        await using var transport = await TcpTransport.ConnectAsync("127.0.0.1", server.Port, null, default);
        var lines = Enumerable.Range(0, 200).Select(n => $"{n} {new string('x', n * 40)}").ToArray();
        var sending = server.SendAsync(string.Concat(lines.Select(l => l + "\r\n")));
        foreach (var line in lines) Assert.Equal(line, await LineAsync(transport));
        await sending;
    }

    [Fact]
    public async Task A_line_without_end_is_a_broken_peer()
    {
        await using var server = new LoopbackServer();
        await using var transport = await TcpTransport.ConnectAsync("127.0.0.1", server.Port, null, default);
        await server.SendAsync(new string('x', 30_000));
        var e = await Assert.ThrowsAsync<TransportException>(() => LineAsync(transport));
        Assert.Equal(ProblemKind.ProtocolBroken, e.Problem.Kind);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        // Bound and not listening: nobody else gets the port, and nobody answers on it.
        taken.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        var e = await Assert.ThrowsAsync<TransportException>(() => TcpTransport.ConnectAsync("127.0.0.1", ((IPEndPoint)taken.LocalEndPoint!).Port, null, default));
        Assert.Equal((ProblemKind.Unreachable, "ConnectionRefused"), (e.Problem.Kind, e.Problem.Code));
    }

    [Fact]
    public async Task A_pinned_authority_is_trusted()
    {
        using var authority = new TestAuthority();
        await using var server = new LoopbackServer(authority.Leaf);
        await using var transport = await TcpTransport.ConnectAsync("127.0.0.1", server.Port, new(Authority: authority.Root), default);
        await server.SendAsync("hello\r\n");
        Assert.Equal("hello", await LineAsync(transport));
        await transport.SendAsync("hi\r\n"u8.ToArray(), default);
        Assert.Equal("hi\r\n", await server.ReceiveAsync(4));
    }

    [Fact]
    public async Task A_pinned_certificate_is_trusted_whatever_its_name_and_dates()
    {
        using var authority = new TestAuthority("elsewhere.example", expired: true);
        await using var server = new LoopbackServer(authority.Leaf);
        var pin = string.Join(':', authority.LeafSha256.Chunk(2).Select(c => new string(c))).ToLowerInvariant();
        await using var transport = await TcpTransport.ConnectAsync("127.0.0.1", server.Port, new(Sha256: pin), default);
        await server.SendAsync("hello\r\n");
        Assert.Equal("hello", await LineAsync(transport));
    }

    [Fact]
    public async Task Any_other_certificate_than_the_pinned_one_is_refused()
    {
        using var authority = new TestAuthority();
        var problem = await RefusedAsync(authority, new(Authority: authority.Root, Sha256: new string('0', 64)));
        Assert.Equal(ProblemKind.CertificateNotPinned, problem.Kind);
        Assert.Contains(authority.LeafSha256, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_authority_is_refused_and_shown()
    {
        using var authority = new TestAuthority();
        var problem = await RefusedAsync(authority, CertificateTrust.System);
        Assert.Equal(ProblemKind.CertificateUntrusted, problem.Kind);
        Assert.Contains("Test authority", problem.Detail, StringComparison.Ordinal);
        using var other = new TestAuthority();
        Assert.Equal(ProblemKind.CertificateUntrusted, (await RefusedAsync(authority, new(Authority: other.Root))).Kind);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        using var authority = new TestAuthority("elsewhere.example");
        Assert.Equal(ProblemKind.CertificateWrongName, (await RefusedAsync(authority, new(Authority: authority.Root))).Kind);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        using var authority = new TestAuthority(expired: true);
        Assert.Equal(ProblemKind.CertificateExpired, (await RefusedAsync(authority, new(Authority: authority.Root))).Kind);
    }

    [Fact]
    public async Task A_plain_server_is_no_TLS_server()
    {
        await using var server = new LoopbackServer();
        var connecting = TcpTransport.ConnectAsync("127.0.0.1", server.Port, CertificateTrust.System, default);
        await server.SendAsync(":srv NOTICE * :Hello, this is IRC\r\n");
        var e = await Assert.ThrowsAsync<TransportException>(() => connecting);
        Assert.Equal(ProblemKind.TlsFailed, e.Problem.Kind);
    }

    private static async Task<Problem> RefusedAsync(TestAuthority authority, CertificateTrust trust)
    {
        await using var server = new LoopbackServer(authority.Leaf);
        var e = await Assert.ThrowsAsync<TransportException>(() => TcpTransport.ConnectAsync("127.0.0.1", server.Port, trust, default));
        return e.Problem;
    }

    private static async Task<string?> LineAsync(ITransport transport) =>
        await transport.ReceiveAsync(TestContext.Current.CancellationToken) is { } line ? Encoding.UTF8.GetString(line.Span) : null;
}
