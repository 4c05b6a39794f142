using System.Collections.Frozen;
using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>What a client knows of the server, and the server of it, after logging in.</summary>
/// <param name="Nick">As the server has it.</param>
/// <param name="IsLoggedIn">To an account with the client's name.</param>
/// <param name="Capabilities">Those that are on.</param>
/// <param name="ServerTime">When it let the client in, by its own clock; null: it does not say.</param>
internal sealed record Greeting(string Nick, bool IsLoggedIn, FrozenSet<string> Capabilities, ISupport Support, DateTimeOffset? ServerTime)
{
    public bool HasEcho => Has(Teahouse.Protocol.Capabilities.EchoMessage);

    /// <summary>Each message has its answer with its label: an echo.</summary>
    public bool AnswersByLabel => HasEcho && Has(Teahouse.Protocol.Capabilities.LabeledResponse);

    public bool HasHistory => Has(Teahouse.Protocol.Capabilities.ChatHistory) && Has(Teahouse.Protocol.Capabilities.Batch);

    public bool HasOnce => AnswersByLabel && IsLoggedIn && Has(Teahouse.Protocol.Capabilities.Once);

    public Promises Promise(bool killed) => new(HasEcho, HasHistory, HasOnce, killed) { Numbered = Has(Teahouse.Protocol.Capabilities.Sequence) };

    private bool Has(string capability) => Capabilities.Contains(capability);
}
