using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Core.Identity;
using Teahouse.Core.Operators;
using Teahouse.Core.Services.Channels;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Hosting;

/// <summary>Rooms for the server's admin: what ChanServ does, whoever a room belongs to.</summary>
public sealed class RoomAdministration
{
    private readonly Engine _engine;
    private readonly UserSnapshot _admin;

    internal RoomAdministration(Engine engine) => (_engine, _admin) = (engine, ChanServ.User(engine.Options.Name));

    /// <summary>All registered rooms: name, founder, how many are in it.</summary>
    public async ValueTask<RoomAnswer> ListAsync()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var room in await _engine.Network.RegisteredAsync(0))
        {
            var founder = await FounderAsync(room.Founder);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{room.Name.Value}, founder {founder}, {room.Members} there"));
        }
        return new(true, lines.DrainToImmutable());
    }

    public async ValueTask<RoomAnswer> InfoAsync(string text)
    {
        if (await FindAsync(text) is not { } view) return RoomAnswer.Failed(ChanServTexts.NoSuchRoom(text));
        var settings = view.Settings;
        List<string> lines =
        [
            ChanServTexts.Founder(await FounderAsync(settings.Founder)), ChanServTexts.Since(settings.Created),
            ChanServTexts.Modes(string.Join(' ', ChannelModes.Describe(settings, toMember: true))), ChanServTexts.History(settings, _engine.Options.History).Text,
        ];
        foreach (var (account, rank) in settings.Access.OrderByDescending(a => a.Value.Level()).ThenBy(a => a.Key)) lines.Add($"{RankNames.Of(rank)}: {await FounderAsync(account)}");
        return new(true, [.. lines]);
    }

    /// <summary>A room that is not there is made.</summary>
    public async ValueTask<RoomAnswer> RegisterAsync(string text, string accountName)
    {
        if (!ChannelName.TryParse(text, out var name)) return RoomAnswer.Failed($"\"{text}\" cannot be a channel's name.");
        if (await _engine.Accounts.FindAsync(accountName) is not { } account) return RoomAnswer.Failed(ChanServTexts.NoAccountNamed);
        var present = await _engine.Network.FindIdentityAsync(Identities.OfAccount(account.Id));
        var by = (present?.User ?? _admin with { Account = account.Name, AccountId = account.Id }) with { Operator = true, Privileges = OperatorPrivileges.Rooms };
        return await AnswerAsync("register", name.Value, account.Name, await _engine.Network.Channel(name).AskAsync(new Register(by, null)), $"{name.Value} belongs to {account.Name} now");
    }

    public ValueTask<RoomAnswer> DropAsync(string name) => AskAsync("drop", name, "", new Unregister(_admin), ChanServTexts.Dropped(name));

    public async ValueTask<RoomAnswer> TransferAsync(string name, string accountName) => await _engine.Accounts.FindAsync(accountName) is { } account
        ? await AskAsync("transfer", name, account.Name, new Transfer(_admin, account.Id), ChanServTexts.Transferred(name, account.Name))
        : RoomAnswer.Failed(ChanServTexts.NoAccountNamed);

    /// <param name="option">HISTORY, RETENTION, MESSAGES or VISIBLE, as ChanServ has them.</param>
    public async ValueTask<RoomAnswer> SetAsync(string name, string option, string value) => SetRow.Parse(new Configure(_admin), option, value) is { } request
        ? await AskAsync("set", name, $"{option} {value}", request, ChanServTexts.Changed(name).Text)
        : new(false, [.. ChanServTexts.SetOptions]);

    /// <param name="level">admin, op, halfop, voice or none.</param>
    public async ValueTask<RoomAnswer> SetAccessAsync(string name, string accountName, string level)
    {
        var rank = RankNames.Parse(level);
        if (rank == MemberModes.None && !AsciiCase.Equals(level, "none")) return RoomAnswer.Failed("A level is admin, op, halfop, voice or none.");
        if (await _engine.Accounts.FindAsync(accountName) is not { } account) return RoomAnswer.Failed(ChanServTexts.NoAccountNamed);
        return await AskAsync("access", name, $"{account.Name} {level}", new SetAccess(_admin, account.Id, rank), ChanServTexts.AccessIs(account.Name, name, rank));
    }

    public ValueTask<RoomAnswer> InviteAsync(string name, int hours, int uses)
    {
        string token;
        lock (_engine.Random) token = RandomBytes.Token(_engine.Random);
        var expires = _engine.Now + hours * 3_600_000L;
        return AskAsync("invite", name, $"{hours} {uses}", new MakeInvite(_admin, InviteLink.HashOf(token), expires, uses), ChanServTexts.InviteLink(name, token, expires, uses).Text);
    }

    public async ValueTask<RoomAnswer> RenameAsync(string text, string to)
    {
        if (!ChannelName.TryParse(to, out var next) || next.Value.Length > _engine.Options.Limits.ChannelLength) return RoomAnswer.Failed($"\"{to}\" cannot be a channel's name.");
        if (await FindAsync(text) is not { } view) return RoomAnswer.Failed(ChanServTexts.NoSuchRoom(text));
        if (view.Name == ChatServer.Lobby) return RoomAnswer.Failed($"{view.Name.Value} keeps its name.");
        var outcome = await _engine.Presence.RenameAsync(view.Name, new Rename(_admin, null, next, "") { Forced = true });
        return await AnswerAsync("rename", view.Name.Value, next.Value, outcome, ChanServTexts.Renamed(view.Name.Value, next.Value));
    }

    private async ValueTask<RoomAnswer> AskAsync(string action, string text, string detail, RoomRequest request, string done)
    {
        if (await FindAsync(text) is not { } view) return RoomAnswer.Failed(ChanServTexts.NoSuchRoom(text));
        return await AnswerAsync(action, view.Settings.Name, detail, await _engine.Network.Channel(view.Name).AskAsync(request with { Forced = true }), done);
    }

    private async ValueTask<RoomAnswer> AnswerAsync(string action, string room, string detail, Outcome outcome, string done)
    {
        if (outcome.Status == OutcomeStatus.Done) await _engine.OperatorLog.WriteAsync("admin", "channel " + action, room, detail);
        return new(outcome.Status is OutcomeStatus.Done or OutcomeStatus.Nothing, [ChanServTexts.Answer(outcome, done).Text]);
    }

    private async ValueTask<ChannelView?> FindAsync(string text) =>
        ChannelName.TryParse(text, out var name) ? (await _engine.Network.Channel(name).AskAsync(new Look())).View : null;

    private async ValueTask<string> FounderAsync(long account) => account <= 0 ? "nobody" : (await _engine.Accounts.FindAsync(account))?.Name ?? "*";
}

/// <param name="Lines">In plain English.</param>
public sealed record RoomAnswer(bool Ok, ImmutableArray<string> Lines)
{
    internal static RoomAnswer Failed(string line) => new(false, [line]);
}
