namespace Teahouse.Bench.Speed;

/// <summary>How a server is talked to.</summary>
internal enum Wire
{
    Plain,
    Tls,
    WebSocket,
}
