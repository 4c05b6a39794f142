using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Names;

/// <summary>
/// Owns all nicks of this server: who holds which. One lock, held for a few look-ups and never across an await; any thread may use it.
/// Its methods take and return values only, because a nick's owner may later be on another machine.
/// </summary>
public sealed class NameRegistry(ServerOptions options, AccountNames accounts)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HeldNick> _held = new(StringComparer.Ordinal);
    private readonly LookAlikes _looks = new();

    /// <summary>From now on these hold; nobody loses a nick by it.</summary>
    public void Adopt(ServerOptions next) => options = next;

    /// <summary>How many nicks are held.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _held.Count;
        }
    }

    /// <summary>Claims a nick for a user who has none yet.</summary>
    public ValueTask<NickClaim> ClaimAsync(string nick, NickHolder holder) => new(Take(null, nick, holder));

    /// <summary>Claims <paramref name="to"/> and frees <paramref name="from"/> as one step: on a refusal the user keeps what it has.</summary>
    public ValueTask<NickClaim> RenameAsync(string from, string to, NickHolder holder) => new(Take(from, to, holder));

    /// <summary>Notes that the holder logged in or out; false if the nick is not that user's.</summary>
    public ValueTask<bool> IdentifyAsync(string nick, NickHolder holder)
    {
        var folded = NameRules.Fold(nick);
        lock (_lock)
        {
            if (!_held.TryGetValue(folded, out var held) || held.Holder.User != holder.User) return new(false);
            _held[folded] = held with { Holder = holder };
            return new(true);
        }
    }

    /// <summary>Frees the nick; false, and nothing changes, if it is not that user's.</summary>
    public ValueTask<bool> ReleaseAsync(string nick, long user)
    {
        var folded = NameRules.Fold(nick);
        lock (_lock) return new(Release(folded, user));
    }

    public ValueTask<HeldNick?> FindAsync(string nick)
    {
        var folded = NameRules.Fold(nick);
        lock (_lock) return new(_held.GetValueOrDefault(folded));
    }

    /// <summary>
    /// Whether somebody else holds the name, or a nick that looks like it: such a name is not registered as an account
    /// from under its holder.
    /// </summary>
    public ValueTask<bool> IsHeldByAnotherAsync(string name, NickHolder asking)
    {
        var folded = NameRules.Fold(name);
        var look = NameRules.LookAlike(folded);
        lock (_lock) return new(Holder(folded, look, asking) is not null);
    }

    private NickClaim Take(string? from, string nick, NickHolder holder)
    {
        if (!NameRules.TryNick(nick, options, out _)) return new(NickOutcome.Invalid);
        var folded = NameRules.Fold(nick);
        var look = NameRules.LookAlike(folded);
        var own = holder.Account != 0 && accounts.BelongsTo(folded, look, holder.Account);
        if (options.Accounts.ReserveNicknames && accounts.BelongsToAnother(folded, look, holder.Account)) return new(NickOutcome.Reserved);
        if (!own && ReservedNames.Holds(nick, options, holder.AtTheMachine)) return new(NickOutcome.Reserved);
        lock (_lock)
        {
            if (Holder(folded, look, holder) is { } other)
                return new(holder.Account != 0 && other.Holder.Account == holder.Account ? NickOutcome.Shared : NickOutcome.InUse, other);
            if (!own && Alphabets.AreMixed(nick)) return new(NickOutcome.Invalid);
            if (from is not null) Release(NameRules.Fold(from), holder.User);
            if (!_held.ContainsKey(folded)) _looks.Add(folded, look);
            _held[folded] = new(nick, holder);
            return new(NickOutcome.Claimed);
        }
    }

    private HeldNick? Holder(string folded, LookAlike look, NickHolder asking)
    {
        if (_held.TryGetValue(folded, out var held) && held.Holder.User != asking.User) return held;
        foreach (var name in _looks.Like(look))
            if (_held[name] is var like && like.Holder.User != asking.User)
                return like;
        return null;
    }

    private bool Release(string folded, long user)
    {
        if (!_held.TryGetValue(folded, out var held) || held.Holder.User != user) return false;
        _held.Remove(folded);
        _looks.Remove(folded, NameRules.LookAlike(folded));
        return true;
    }
}
