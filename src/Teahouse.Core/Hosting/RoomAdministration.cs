using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.Network;
using Teahouse.Core.Operators;
using Teahouse.Core.Services.Channels;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Hosting;

/// <summary>Rooms for the server's admin: what ChanServ does, whoever a room belongs to.</summary>
public sealed class RoomAdministration
{
    private readonly INetwork _network;
    private readonly AccountService _accounts;
    private readonly OperatorLog _log;
    private readonly UserSnapshot _admin;
    private readonly HistoryOptions _history;

    internal RoomAdministration(INetwork network, AccountService accounts, OperatorLog log, ServerOptions options) =>
        (_network, _accounts, _log, _admin, _history) = (network, accounts, log, ChanServ.User(options.Name), options.History);

    /// <summary>All registered rooms: name, founder, how many are in it.</summary>
    public async ValueTask<RoomAnswer> ListAsync()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var room in await _network.RegisteredAsync(0))
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
            ChanServTexts.Modes(string.Join(' ', ChannelModes.Describe(settings, toMember: true))), ChanServTexts.History(settings, _history),
        ];
        foreach (var (account, rank) in settings.Access.OrderByDescending(a => a.Value.Level()).ThenBy(a => a.Key)) lines.Add($"{RankNames.Of(rank)}: {await FounderAsync(account)}");
        return new(true, [.. lines]);
    }

    /// <summary>A room that is not there is made.</summary>
    public async ValueTask<RoomAnswer> RegisterAsync(string text, string accountName)
    {
        if (!ChannelName.TryParse(text, out var name)) return RoomAnswer.Failed($"\"{text}\" cannot be a channel's name.");
        if (await _accounts.FindAsync(accountName) is not { } account) return RoomAnswer.Failed(ChanServTexts.NoAccountNamed);
        var present = await _network.FindIdentityAsync(Identities.OfAccount(account.Id));
        var by = (present?.User ?? _admin with { Account = account.Name, AccountId = account.Id }) with { Operator = true, Privileges = OperatorPrivileges.Rooms };
        return await AnswerAsync("register", name.Value, account.Name, await _network.Channel(name).AskAsync(new Register(by, null)), $"{name.Value} belongs to {account.Name} now");
    }

    public ValueTask<RoomAnswer> DropAsync(string name) => AskAsync("drop", name, "", new Unregister(_admin), ChanServTexts.Dropped(name));

    public async ValueTask<RoomAnswer> TransferAsync(string name, string accountName) => await _accounts.FindAsync(accountName) is { } account
        ? await AskAsync("transfer", name, account.Name, new Transfer(_admin, account.Id), ChanServTexts.Transferred(name, account.Name))
        : RoomAnswer.Failed(ChanServTexts.NoAccountNamed);

    /// <param name="option">HISTORY, RETENTION, MESSAGES or VISIBLE, as ChanServ has them.</param>
    public async ValueTask<RoomAnswer> SetAsync(string name, string option, string value) => SetRow.Parse(new Configure(_admin), option, value) is { } request
        ? await AskAsync("set", name, $"{option} {value}", request, ChanServTexts.Changed(name))
        : new(false, [.. ChanServTexts.SetOptions]);

    private async ValueTask<RoomAnswer> AskAsync(string action, string text, string detail, RoomRequest request, string done)
    {
        if (await FindAsync(text) is not { } view) return RoomAnswer.Failed(ChanServTexts.NoSuchRoom(text));
        return await AnswerAsync(action, view.Settings.Name, detail, await _network.Channel(view.Name).AskAsync(request with { Forced = true }), done);
    }

    private async ValueTask<RoomAnswer> AnswerAsync(string action, string room, string detail, Outcome outcome, string done)
    {
        if (outcome.Status == OutcomeStatus.Done) await _log.WriteAsync("admin", "channel " + action, room, detail);
        return new(outcome.Status is OutcomeStatus.Done or OutcomeStatus.Nothing, [ChanServTexts.Answer(outcome, done)]);
    }

    private async ValueTask<ChannelView?> FindAsync(string text) =>
        ChannelName.TryParse(text, out var name) ? (await _network.Channel(name).AskAsync(new Look())).View : null;

    private async ValueTask<string> FounderAsync(long account) => account <= 0 ? "nobody" : (await _accounts.FindAsync(account))?.Name ?? "*";
}

/// <param name="Lines">In plain English.</param>
public sealed record RoomAnswer(bool Ok, ImmutableArray<string> Lines)
{
    internal static RoomAnswer Failed(string line) => new(false, [line]);
}
