using Teahouse.Client;

namespace Teahouse.Web.Files;

/// <summary>A file on its way into a conversation.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sent">Bytes that are at the server.</param>
/// <param name="Why">The server's word for why it is refused.</param>
public sealed record Upload(string Id, Conversation To, string Name, long Size, UploadState State, long Sent = 0, string Why = "");

public enum UploadState
{
    /// <summary>A long text that stands in the box, and could be a file.</summary>
    Asked,
    Sending,
    /// <summary>The network is gone; it goes on by itself.</summary>
    Interrupted,
    Refused,
}
