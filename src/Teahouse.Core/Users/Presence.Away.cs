using Teahouse.Core.Events;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Users;

/// <summary>Who is away, where several sessions are one user. https://ircv3.net/specs/extensions/pre-away</summary>
internal sealed partial class Presence
{
    /// <summary>The message of one whose client is there without a person.</summary>
    public const string NobodyThere = "*";

    public async ValueTask AwayAsync(User user, string? away) => await ChangeAsync(
        user, before => before.Away == away ? null : before with { Away = away }, (EventKind.Away, away is null ? [] : [away]), null);

    /// <summary>A session without a person is as if it were not there: the user is away only if all its sessions are such.</summary>
    public async ValueTask SettleAwayAsync(User user)
    {
        var sessions = user.Sessions;
        if (sessions.IsEmpty) return;
        var away = user.Snapshot.Away;
        var absent = sessions.All(s => s.Absent);
        if (absent && away is null) await AwayAsync(user, NobodyThere);
        else if (!absent && away == NobodyThere) await AwayAsync(user, null);
    }

    /// <summary>A further session has come, perhaps with a message of its own.</summary>
    private ValueTask CameAsync(User user, Session session) =>
        session.Registration.Away is { } away && !session.Absent ? AwayAsync(user, away) : SettleAwayAsync(user);
}
