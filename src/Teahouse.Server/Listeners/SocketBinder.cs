using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Teahouse.Server.Hosting;

namespace Teahouse.Server.Listeners;

/// <summary>Takes the ports, before anything is said to anybody: what cannot be had stops the start with one sentence.</summary>
internal static class SocketBinder
{
    /// <summary>How far a taken default port is replaced by the next one.</summary>
    private const int PortsTried = 100;

    private const int Backlog = 1024;

    // A slow reader is noticed by its queue, not hidden by a socket buffer that grows.
    private const int SendBufferBytes = 128 * 1024;

    /// <param name="replaceTaken">A taken port gives way to the next free one.</param>
    /// <exception cref="StartupException">A port is taken, or not ours to take.</exception>
    public static ImmutableArray<BoundListener> Bind(PlannedListener planned, bool replaceTaken)
    {
        for (var tried = 0; ; tried++)
        {
            var bound = ImmutableArray.CreateBuilder<BoundListener>();
            try
            {
                foreach (var endPoint in planned.EndPoints)
                {
                    var wanted = new IPEndPoint(endPoint.Address, endPoint.Port == 0 ? SharedPort(bound) : endPoint.Port + tried);
                    if (TryBind(wanted, optional: bound.Count > 0) is { } socket)
                        bound.Add(new(planned.Options, (IPEndPoint)socket.LocalEndPoint!, socket));
                }

                return bound.ToImmutable();
            }
            catch (SocketException error)
            {
                foreach (var listener in bound) listener.Socket.Dispose();
                var next = replaceTaken && tried < PortsTried
                    && error.SocketErrorCode is (SocketError.AddressAlreadyInUse or SocketError.AccessDenied);
                if (!next) throw Explain(planned, error);
            }
        }
    }

    private static int SharedPort(ImmutableArray<BoundListener>.Builder bound) => bound.Count == 0 ? 0 : bound[0].EndPoint.Port;

    /// <param name="optional">A second address of the same listener, which the machine need not have: ::1 without IPv6.</param>
    private static Socket? TryBind(IPEndPoint endPoint, bool optional)
    {
        var any = endPoint.Address.Equals(IPAddress.IPv6Any);
        if (any && !Socket.OSSupportsIPv6) endPoint = new(IPAddress.Any, endPoint.Port);
        if (optional && endPoint.AddressFamily == AddressFamily.InterNetworkV6 && !Socket.OSSupportsIPv6) return null;
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (endPoint.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = any;
            socket.SendBufferSize = SendBufferBytes;
            socket.Bind(endPoint);
            // A port is ours only from here on: two sockets may be bound to one, but not listen.
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            if (optional && error.SocketErrorCode == SocketError.AddressNotAvailable) return null;
            throw;
        }
    }

    private static StartupException Explain(PlannedListener planned, SocketException error)
    {
        var place = planned.Options.Address?.Text ?? planned.EndPoints[0].ToString();
        return new(error.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => $"Cannot listen on {place}: the port is taken by another program.",
            SocketError.AccessDenied => $"Cannot listen on {place}: the system does not allow this program to take that port.",
            SocketError.AddressNotAvailable => $"Cannot listen on {place}: this machine has no such address.",
            _ => $"Cannot listen on {place}: {error.Message}.",
        });
    }
}
