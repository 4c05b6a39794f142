using Teahouse.Core.Accounts;
using Teahouse.Core.Events;
using Teahouse.Core.Names;
using Teahouse.Core.Network;
using Teahouse.Protocol;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>GHOST and REGAIN: one's name in the hands of a connection that one cannot reach.</summary>
internal static class TakingBack
{
    public static readonly ServiceCommand Ghost = new("GHOST", 1, ServiceAccess.Anyone, "<nick> [<password>]", [NickServTexts.GhostSummary], GhostAsync);

    public static readonly ServiceCommand Regain = new("REGAIN", 1, ServiceAccess.Anyone, "<nick> [<password>]", [NickServTexts.RegainSummary], RegainAsync);

    private static async ValueTask GhostAsync(ServiceContext context)
    {
        if (!Nick.TryParse(context[0], out var nick) || await context.Engine.Network.FindUserAsync(nick) is not { } holder)
            context.Say(NickServTexts.NotHere(context[0]));
        else if (holder.User.Id == context.Session.User!.Id) context.Say(NickServTexts.ItIsYou);
        else if (await OwnerAsync(context, holder) is not null) await EndAsync(context, holder);
    }

    private static async ValueTask RegainAsync(ServiceContext context)
    {
        var user = context.Session.User!;
        if (!Nick.TryParse(context[0], context.Engine.Options.UnicodeNames, out var nick))
        {
            context.Say(NickServTexts.CannotHaveNick);
            return;
        }
        var holder = await context.Engine.Network.FindUserAsync(nick);
        if (holder?.User.Id == user.Id)
        {
            context.Say(NickServTexts.ItIsYou);
            return;
        }
        if (await OwnerAsync(context, holder) is not { Account: { } account } login) return;
        if (holder is not null) await EndAsync(context, holder);
        if (context.Session.Account?.Id != account.Id && !await LoggingIn.EnterAsync(context, account, login)) return;
        if (user.Snapshot.Nick.Value == nick.Value) return;
        var outcome = await context.Engine.Presence.ChangeAsync(
            user, before => before with { Nick = nick }, (EventKind.Nick, [nick.Value]), await context.Reply.OriginInBatchAsync());
        if (outcome != NickOutcome.Claimed) context.Say(NickServTexts.CannotHaveNick);
    }

    /// <summary>The account by which the asker owns the nick: its holder's, or the one that is called so. Null after having said why not.</summary>
    private static async ValueTask<LoginResult?> OwnerAsync(ServiceContext context, UserView? holder)
    {
        var called = NameRules.Fold(context[0]);
        var session = context.Session;
        if (session.Account is { } own && (own.FoldedName == called || own.Id == holder?.User.AccountId)) return new(own, LoginRefusal.None, session.Device, session.DeviceName);
        if (context.Count > 1) return await LoggingIn.CheckAsync(context, holder?.User.Account ?? context[0], context.Rest(1));
        context.Say(NickServTexts.NotYours);
        return null;
    }

    /// <summary>Returns when the nick is free.</summary>
    private static async ValueTask EndAsync(ServiceContext context, UserView holder)
    {
        var gone = context.Engine.Users.Find(holder.User.Id)?.Departed ?? Task.CompletedTask;
        await context.Engine.Presence.ExpelAsync(holder.User.Id, $"Ended by {context.Session.NickOrStar}, who owns the name");
        await gone.WaitAsync(context.Session.Closing);
        context.Say(NickServTexts.GhostGone(holder.User.Nick.Value));
    }
}
