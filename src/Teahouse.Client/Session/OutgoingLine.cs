namespace Teahouse.Client;

/// <param name="bytes">With CR LF.</param>
internal sealed class OutgoingLine(byte[] bytes)
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>
    /// Set just before it is given to the transport: from then on the server may have it. Written by the connection's writer, read by the
    /// loop once that writer has ended.
    /// </summary>
    public bool Started { get; set; }
}
