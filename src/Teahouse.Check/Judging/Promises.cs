namespace Teahouse.Check.Judging;

/// <summary>What a server may be held to.</summary>
/// <param name="Echo">It echoes messages to their senders (echo-message).</param>
/// <param name="History">It keeps a history that can be read (chathistory).</param>
/// <param name="Once">Messages may be sent again, and what is echoed is on disk (teahouse.chat/once).</param>
/// <param name="Killed">It was killed during the run.</param>
public sealed record Promises(bool Echo, bool History, bool Once, bool Killed)
{
    /// <summary>Stored entries are numbered (teahouse.chat/seq).</summary>
    public bool Numbered { get; init; }

    /// <summary>The history still has what was echoed. One kept in memory cannot survive a kill, and chathistory alone does not say that it does.</summary>
    public bool Stored => History && (Once || !Killed);

    /// <summary>False for a finding that is worth telling, but that the server never promised not to show.</summary>
    public bool Covers(FindingKind kind) => kind switch
    {
        FindingKind.EchoedNotStored or FindingKind.SeenNotStored => Stored,
        FindingKind.Unresolved => Once,
        _ => true,
    };
}
