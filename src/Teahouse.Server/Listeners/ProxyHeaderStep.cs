using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Teahouse.Server.Listeners;

/// <summary>
/// Takes a connection's true address from its PROXY header, before TLS and everything else. A listener with
/// <c>proxy = true</c> demands one (version 1 or 2) from a trusted peer; elsewhere a trusted peer may send version 1 as its very first line.
/// </summary>
internal sealed class ProxyHeaderStep(ImmutableArray<IPNetwork> trusted, TimeProvider time)
{
    /// <summary>A trusted peer that is silent for so long is a client of its own, and waits for us.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task RunAsync(ConnectionContext connection, bool demanded, ConnectionDelegate next)
    {
        var believed = Trusts(PeerAddress.Of(connection.RemoteEndPoint));
        // Without a task of its own: it would be there for as long as the connection.
        return demanded || believed ? RunAsync(connection, demanded, believed, next) : next(connection);
    }

    private async Task RunAsync(ConnectionContext connection, bool demanded, bool believed, ConnectionDelegate next)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, connection.ConnectionClosed);
        ProxyHeaderState state;
        try
        {
            state = believed ? await ReadAsync(connection, demanded, either.Token) : ProxyHeaderState.Wrong;
        }
        catch (OperationCanceledException) when (!connection.ConnectionClosed.IsCancellationRequested)
        {
            state = ProxyHeaderState.Absent;
        }

        if (state is ProxyHeaderState.Wrong || (demanded && state is not ProxyHeaderState.Present))
            connection.Abort(new ConnectionAbortedException("The PROXY header is missing or wrong."));
        else
            await next(connection);
    }

    private bool Trusts(IPAddress peer) => trusted.Any(network => network.Contains(peer));

    private static async ValueTask<ProxyHeaderState> ReadAsync(ConnectionContext connection, bool binary, CancellationToken cancel)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var result = await input.ReadAsync(cancel);
            var state = ProxyHeader.TryParse(result.Buffer, binary, out var header, out var consumed);
            if (state is ProxyHeaderState.Present)
            {
                input.AdvanceTo(consumed);
                // What leaves the proxy's machine without encryption is not secure, whatever came to it.
                if (header.Secure && IPAddress.IsLoopback(PeerAddress.Of(connection.RemoteEndPoint))) connection.Features.Set(new ProxiedTls());
                if (header.Source is { } source) connection.RemoteEndPoint = source;
                return state;
            }

            var waiting = state is ProxyHeaderState.Incomplete && !result.IsCompleted;
            input.AdvanceTo(result.Buffer.Start, waiting ? result.Buffer.End : result.Buffer.Start);
            if (!waiting) return state;
        }
    }
}

/// <summary>Marks a connection whose client speaks TLS to a proxy on this machine.</summary>
internal sealed record ProxiedTls;
