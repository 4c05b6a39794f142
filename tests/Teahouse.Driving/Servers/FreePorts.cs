using System.Net;
using System.Net.Sockets;

namespace Teahouse.EndToEnd.Servers;

/// <summary>Ports on which nothing listens, neither on 127.0.0.1 nor on ::1. A server started again needs the same ones, so it cannot choose by itself.</summary>
internal static class FreePorts
{
    public static int[] Take(int count)
    {
        var taken = new List<Socket>();
        try
        {
            var ports = new int[count];
            for (var i = 0; i < count; i++) ports[i] = TakeOne(taken);
            return ports;
        }
        finally
        {
            foreach (var socket in taken) socket.Dispose();
        }
    }

    private static int TakeOne(List<Socket> taken)
    {
        while (true)
        {
            var four = Bind(new IPEndPoint(IPAddress.Loopback, 0), taken)!;
            var port = ((IPEndPoint)four.LocalEndPoint!).Port;
            if (!Socket.OSSupportsIPv6 || Bind(new IPEndPoint(IPAddress.IPv6Loopback, port), taken) is not null) return port;
        }
    }

    private static Socket? Bind(IPEndPoint endPoint, List<Socket> taken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        taken.Add(socket);
        try
        {
            socket.Bind(endPoint);
            return socket;
        }
        catch (SocketException) when (endPoint.Port != 0)
        {
            return null;
        }
    }
}
