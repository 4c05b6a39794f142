using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Who is kept out of a room.</summary>
/// <param name="Mask">As the server shows it.</param>
/// <param name="By">Who did it; empty if not told.</param>
/// <param name="Since">Null if not told.</param>
public sealed record RoomBan(string Mask, string By, DateTimeOffset? Since)
{
    /// <summary>The account that it names, or null if it is a mask over names and addresses.</summary>
    public string? Account => AccountOf(Mask);

    /// <inheritdoc cref="Account"/>
    public static string? AccountOf(string mask) => mask.TrimStart('~', '$').Split(':', 2) is ["a" or "account", { Length: > 0 } account] ? account : null;
}

/// <param name="Problem">Null if it went well.</param>
public sealed record RoomBans(IReadOnlyList<RoomBan> Bans, Problem? Problem = null);

/// <summary>Keeping order in a room, and asking people in.</summary>
public sealed partial class ChatClient
{
    /// <summary>Sends somebody out of a room; they may come back.</summary>
    public Task<Problem?> KickAsync(Room room, string nick, string reason = "") =>
        AskAsync(reason.Length > 0 ? ["KICK", room.Name, nick, reason] : ["KICK", room.Name, nick], room.Name, m => m.Command == "KICK" && Is(m, 0, room.Name) && Is(m, 1, nick));

    /// <summary>Keeps somebody out of a room from now on, and sends them out.</summary>
    public async Task<Problem?> BanAsync(Room room, string nick, string reason = "")
    {
        var mask = await MaskOfAsync(room, nick);
        if (await await InvokeAsync(_ => SetBanAsync(room, mask, banned: true)) is { } problem) return problem;
        return await await InvokeAsync(_ => room.Member(nick) is null ? Task.FromResult<Problem?>(null) : KickAsync(room, nick, reason));
    }

    public Task<Problem?> UnbanAsync(Room room, string mask) => SetBanAsync(room, mask, banned: false);

    /// <summary>Lets somebody in again.</summary>
    /// <param name="who">The name, the account, or the mask as the list shows it.</param>
    public async Task<Problem?> LetInAgainAsync(Room room, string who)
    {
        var listed = await BansAsync(room);
        if (listed.Problem is { } problem) return problem;
        var mask = await await InvokeAsync(_ => MaskOfAsync(room, who));
        var bans = listed.Bans.Where(b => AsciiCase.Equals(b.Mask, who) || AsciiCase.Equals(b.Mask, mask) || AsciiCase.Equals(b.Account, who)
            || b.Mask.StartsWith($"{who}!", StringComparison.OrdinalIgnoreCase)).ToList();
        if (bans.Count == 0) return new(ProblemKind.NoSuchTarget, "NOT_BANNED");
        foreach (var ban in bans)
            if (await await InvokeAsync(_ => SetBanAsync(room, ban.Mask, banned: false)) is { } refused) return refused;
        return null;
    }

    /// <summary>Who is kept out of a room.</summary>
    public Task<RoomBans> BansAsync(Room room)
    {
        if (!State.Connection.IsOnline) return Task.FromResult(new RoomBans([], new(ProblemKind.Offline)));
        var done = new TaskCompletionSource<RoomBans>(TaskCreationOptions.RunContinuationsAsynchronously);
        State.Bans.Clear();
        Ask(new Message("MODE", room.Name, "b"), new("MODE", room.Name, i => i is IncomingLine { Message.Command: "368" }, answer => done.SetResult(new([.. State.Bans], answer.Problem))));
        _mailbox.Nudge();
        return done.Task;
    }

    /// <param name="mode">The letter of a member's rank: <c>o</c> an operator, <c>v</c> one with voice.</param>
    public Task<Problem?> SetRankAsync(Room room, string nick, char mode, bool given) =>
        AskAsync(["MODE", room.Name, $"{(given ? '+' : '-')}{mode}", nick], room.Name, m => m.Command == "MODE" && Is(m, 0, room.Name) && m.Parameters.Contains(nick, AsciiCase.Comparer));

    /// <summary>Asks somebody into a room (INVITE).</summary>
    public Task<Problem?> AskInAsync(Room room, string nick) =>
        AskAsync(["INVITE", nick, room.Name], nick, m => m.Command == "341" && Is(m, 1, nick));

    /// <summary>An invitation is put away.</summary>
    public void Dismiss(Invitation invitation)
    {
        State.Forget(invitation.Room);
        _mailbox.Nudge();
    }

    private Task<Problem?> SetBanAsync(Room room, string mask, bool banned) =>
        AskAsync(["MODE", room.Name, banned ? "+b" : "-b", mask], room.Name, m => m.Command == "MODE" && Is(m, 0, room.Name) && m.Parameters.Contains(mask, AsciiCase.Comparer));

    // An account is the same person under any name; without one, the address is the nearest to it.
    private async Task<string> MaskOfAsync(Room room, string nick)
    {
        if (room.Member(nick)?.Account is { } account && State.Features["ACCOUNTEXTBAN"] is { Length: > 0 } names)
            return $"{(State.Features["EXTBAN"] ?? "").Split(',')[0]}{names.Split(',')[0]}:{account}";
        var host = await HostOfAsync(nick);
        return host is null ? $"{nick}!*@*" : $"*!*@{host}";
    }

    // USERHOST: nick=+user@host, https://modern.ircdocs.horse/#userhost-message
    private Task<string?> HostOfAsync(string nick)
    {
        if (!State.Connection.IsOnline) return Task.FromResult<string?>(null);
        var done = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ask(new Message("USERHOST", nick), new("USERHOST", nick, i => i is IncomingLine { Message.Command: "302" }, answer =>
            done.SetResult(answer.Incoming is IncomingLine { Message: { Command: "302", Count: >= 2 } told } && told[1].Trim().Split('@') is [_, { Length: > 0 } host] ? host : null)));
        _mailbox.Nudge();
        return done.Task;
    }
}
