using System.Net;
using System.Net.Sockets;

namespace Teahouse.Check.Faults;

/// <summary>Listens on loopback and carries every connection on to a server, with the faults that are planned for it.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly EndPoint _server;
    private readonly FaultSource _faults;
    private readonly int _client;
    private readonly TimeProvider _time;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Task> _connections = [];
    private readonly Task _accepting;

    /// <param name="client">The number of the only client that connects here.</param>
    public FaultProxy(EndPoint server, FaultSource faults, int client, TimeProvider time)
    {
        _server = server;
        _faults = faults;
        _client = client;
        _time = time;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect to.</summary>
    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Ends every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        for (var number = 1; !_stop.IsCancellationRequested; number++)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            _connections.RemoveWhere(task => task.IsCompleted);
            _connections.Add(CarryAsync(client, _faults.Plan(_client, number)));
        }
    }

    private async Task CarryAsync(Socket client, FaultPlan plan)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await server.ConnectAsync(_server, _stop.Token);
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException)
            {
                // The server is not there, and the client sees its connection end.
                return;
            }
            await new ProxiedConnection(client, server, plan, _faults, _time).RunAsync(_stop.Token);
        }
    }
}
