using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Teahouse.Server.Transport;

/// <summary>One accepted socket: docs/adr/0003-transport.md.</summary>
[SuppressMessage("Design", "CA2213", Justification = "The token source has no timer and no handle, and any thread may still ask for its token.")]
internal sealed class SocketConnection : ConnectionContext, IDuplexPipe
{
    /// <summary>What a peer that is told to go still sends is taken for so long, and up to so much: closed with bytes unread, a connection is reset, and the last word lost.</summary>
    private const int MostDrained = 1024 * 1024;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private static long _last;

    private readonly Socket _socket;
    private readonly TimeProvider _time;
    private readonly SocketInput _input;
    private readonly SocketOutput _output;
    private CancellationTokenSource? _closed;
    private IDictionary<object, object?>? _items;
    private IDuplexPipe? _transport;
    private string? _id;
    private int _disposed;

    /// <param name="inline">See <see cref="SocketInput"/>.</param>
    public SocketConnection(Socket socket, bool inline, TimeProvider time)
    {
        (_socket, _time) = (socket, time);
        socket.Blocking = false;
        socket.NoDelay = true;
        RemoteEndPoint = socket.RemoteEndPoint;
        _input = new SocketInput(socket, inline);
        _output = new SocketOutput(socket);
    }

    public PipeReader Input => _input;

    public PipeWriter Output => _output;

    public override IDuplexPipe Transport
    {
        get => _transport ?? this;
        set => _transport = value;
    }

    public override string ConnectionId
    {
        get => _id ??= Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        set => _id = value;
    }

    public override IFeatureCollection Features { get; } = new ConnectionFeatures();

    public override IDictionary<object, object?> Items
    {
        get => _items ??= new Dictionary<object, object?>();
        set => _items = value;
    }

    public override EndPoint? LocalEndPoint
    {
        get => _socket.LocalEndPoint;
        set => throw new NotSupportedException();
    }

    public override EndPoint? RemoteEndPoint { get; set; }

    public override CancellationToken ConnectionClosed
    {
        get => LazyInitializer.EnsureInitialized(ref _closed).Token;
        set => throw new NotSupportedException();
    }

    public override void Abort(ConnectionAbortedException abortReason) => _socket.Dispose();

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _output.CompleteAsync();
            if (!_input.HasEnded) await SayGoodbyeAsync();
            _socket.Dispose();
            if (_closed is not null) await _closed.CancelAsync();
        }
        await base.DisposeAsync();
    }

    private async ValueTask SayGoodbyeAsync()
    {
        using var patience = new CancellationTokenSource(DrainTime, _time);
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            var nowhere = new byte[4096];
            for (var taken = 0; taken < MostDrained;)
            {
                var count = await _socket.ReceiveAsync(nowhere.AsMemory(), SocketFlags.None, patience.Token);
                if (count == 0) return;
                taken += count;
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It does not listen any more, or too slowly.
        }
    }
}
