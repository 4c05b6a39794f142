using System.Security.Cryptography;
using Teahouse.Core.Users;

namespace Teahouse.Core.Accounts;

/// <summary>
/// The devices that wait to be let into an account: each shows a code, which somebody who is logged in types. The code alone opens nothing;
/// what is decided about it only its own connection hears. In memory: a restart ends them. Any thread.
/// </summary>
internal sealed class DeviceLinks(TimeProvider time, RandomNumberGenerator random)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    // Each is a connection, which the limits count.
    private const int Most = 1000;
    private const int Letters = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<SessionId, DeviceLink> _waiting = [];
    private readonly Dictionary<SessionId, (DeviceLinkOutcome Outcome, DeviceLink Link)> _decided = [];

    /// <summary>A new code for the connection; one that it had before is worth nothing any more. Null if too many wait.</summary>
    public DeviceLink? Begin(SessionId session, string label, CancellationToken gone)
    {
        lock (_lock)
        {
            _waiting.Remove(session);
            _decided.Remove(session);
            if (_waiting.Count + _decided.Count >= Most) Forget();
            if (_waiting.Count + _decided.Count >= Most) return null;
            return _waiting[session] = new(RecoveryCodes.Make(random, Letters), label, time.GetUtcNow() + Life, gone);
        }
    }

    /// <summary>The device that shows this code, however it was typed; null if none does.</summary>
    public DeviceLink? Find(string typed)
    {
        lock (_lock) return Holder(typed) is { } holder ? _waiting[holder] : null;
    }

    /// <summary>The same, and the code is used up.</summary>
    public SessionId? Take(string typed, out DeviceLink? link)
    {
        lock (_lock)
        {
            link = null;
            if (Holder(typed) is not { } holder) return null;
            _waiting.Remove(holder, out link);
            return holder;
        }
    }

    public void Decide(SessionId session, DeviceLink link, DeviceLinkOutcome outcome)
    {
        lock (_lock) _decided[session] = (outcome, link);
    }

    /// <summary>How it stands with the connection's code. What was decided is told once.</summary>
    public DeviceLinkOutcome Ask(SessionId session)
    {
        lock (_lock)
        {
            if (_decided.Remove(session, out var decided)) return decided.Outcome;
            return new(_waiting.TryGetValue(session, out var link) && !IsOver(link) ? DeviceLinkState.Waiting : DeviceLinkState.None);
        }
    }

    private SessionId? Holder(string typed)
    {
        var code = RecoveryCodes.Canonical(typed);
        foreach (var (session, link) in _waiting)
            if (!IsOver(link) && RecoveryCodes.Canonical(link.Code) == code) return session;
        return null;
    }

    private void Forget()
    {
        foreach (var session in _waiting.Where(w => IsOver(w.Value)).Select(w => w.Key).ToArray()) _waiting.Remove(session);
        foreach (var session in _decided.Where(d => IsOver(d.Value.Link)).Select(d => d.Key).ToArray()) _decided.Remove(session);
    }

    private bool IsOver(DeviceLink link) => link.Gone.IsCancellationRequested || time.GetUtcNow() >= link.Ends;
}
