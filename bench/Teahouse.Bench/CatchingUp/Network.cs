using System.Net;
using Teahouse.Client;

namespace Teahouse.Bench.CatchingUp;

/// <summary>The way of a client to its server, which can be cut and restored.</summary>
internal sealed class Network(IPEndPoint server)
{
    private volatile ITransport? _up;
    private volatile bool _isCut;

    public async Task<ITransport> ConnectAsync(CancellationToken cancel)
    {
        if (_isCut) throw new TransportException(new(ProblemKind.Unreachable));
        _up = await TcpTransport.ConnectAsync(server.Address.ToString(), server.Port, null, cancel);
        return _up;
    }

    /// <summary>What is up breaks, and nothing connects any more.</summary>
    public async Task CutAsync()
    {
        _isCut = true;
        if (_up is { } up) await up.DisposeAsync();
    }

    public void Restore() => _isCut = false;
}
