using Microsoft.AspNetCore.Components;
using Teahouse.Web.Following;

namespace Teahouse.Web.Shell;

/// <summary>What follows the reader to their other devices.</summary>
public sealed partial class ChatShell
{
    // What is being written changes with every key.
    private static readonly TimeSpan FollowPause = TimeSpan.FromSeconds(2);

    private ITimer? following;
    private bool isFollowDue;
    private bool wasOnline;

    [Inject] private FollowingDevices Following { get; set; } = null!;

    private void BeginFollowing()
    {
        following = Time.CreateTimer(_ => FollowNow(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Saved.Changed += FollowSoon;
        Notify.Changed += FollowSoon;
    }

    private void EndFollowing()
    {
        Saved.Changed -= FollowSoon;
        Notify.Changed -= FollowSoon;
        following!.Dispose();
    }

    private void FollowSoon()
    {
        if (isFollowDue) return;
        isFollowDue = true;
        following!.Change(FollowPause, Timeout.InfiniteTimeSpan);
    }

    private void FollowNow() => Run(() =>
    {
        isFollowDue = false;
        return Following.ReviewAsync(Client);
    });

    // With each connection anew: meanwhile another device may have been used.
    private void FollowOnline()
    {
        if (wasOnline == State.Connection.IsOnline) return;
        wasOnline = State.Connection.IsOnline;
        if (wasOnline) FollowNow();
    }

    private void NoteTyping(bool active)
    {
        if (current is not null) Client.SetTyping(current, active);
        FollowSoon();
    }
}
