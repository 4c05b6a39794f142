using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>How messages are sent on one connection, and what counts as their answer.</summary>
internal interface ISending
{
    /// <param name="target">A room or a nick.</param>
    ValueTask SendAsync(Outgoing message, string target, CancellationToken cancel);

    /// <summary>Takes what belongs to an answer.</summary>
    void Hear(Message message);
}
