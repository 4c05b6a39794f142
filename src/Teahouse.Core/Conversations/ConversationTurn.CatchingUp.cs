namespace Teahouse.Core.Conversations;

/// <summary>Sessions that fell behind: from which turn on they hear again what is said.</summary>
internal sealed partial class ConversationTurn
{
    private async ValueTask<Outcome> CatchUpAsync(CatchUp request)
    {
        // What this turn has collected is told before it: it counts too.
        await CommitAsync();
        if (_journal.InDoubt) await RecoverAsync();
        if (services.Registry.Find(request.Session) is not { } subscriber || audience.IsLive(subscriber)) return Outcome.Done;
        if (request.Sequence < _journal.Last.Sequence) return Outcome.Nothing;
        audience.GoLive(subscriber);
        return Outcome.Done;
    }
}
