using Teahouse.Core.Accounts;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>LINK: a new device gets into an account by a code that somebody who is logged in approves.</summary>
internal static class Linking
{
    public static readonly ServiceCommand Row = new("LINK", 1, ServiceAccess.Anyone, "NEW|STATUS|SHOW|ACCEPT|REFUSE ...",
        [NickServTexts.LinkSummary, NickServTexts.LinkNew, NickServTexts.LinkStatus, NickServTexts.LinkShow, NickServTexts.LinkDecide], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        switch (context[0].ToUpperInvariant())
        {
            case "NEW": Begin(context); break;
            case "STATUS": Tell(context); break;
            case "SHOW" when context.Count > 1:
                if (Find(context) is { } shown) context.Say(NickServTexts.LinkAsks(shown.Label));
                break;
            case "ACCEPT" when context.Count > 1: await AcceptAsync(context); break;
            case "REFUSE" when context.Count > 1: Refuse(context); break;
            default: context.ShowUsage(); break;
        }
    }

    private static void Begin(ServiceContext context)
    {
        var session = context.Session;
        if (session.Account is not null) context.Say(NickServTexts.LoggedInAlready);
        else if (context.Engine.Links.Begin(session.Id, LoginName.DeviceLabel(context.Rest(1)), session.Closing) is { } link)
            context.Say(NickServTexts.LinkCode(link.Code, (int)DeviceLinks.Life.TotalSeconds));
        else context.Say(NickServTexts.Busy);
    }

    private static void Tell(ServiceContext context)
    {
        var outcome = context.Engine.Links.Ask(context.Session.Id);
        context.Say(outcome.State switch
        {
            DeviceLinkState.Waiting => NickServTexts.LinkWaits,
            DeviceLinkState.Linked => NickServTexts.Linked(outcome.Account, outcome.Credential),
            DeviceLinkState.Refused => NickServTexts.LinkRefused,
            _ => NickServTexts.NoLink,
        });
    }

    private static async ValueTask AcceptAsync(ServiceContext context)
    {
        if (Find(context) is null || context.Engine.Links.Take(context[1], out var link) is not { } waiting || link is null) return;
        var account = context.Account;
        if (await context.Engine.Accounts.AddDeviceAsync(account.Id, link.Label) is not { } added)
        {
            context.Engine.Links.Decide(waiting, link, new(DeviceLinkState.Refused));
            context.Say(NickServTexts.TooManyDevices);
            return;
        }
        context.Engine.Links.Decide(waiting, link, new(DeviceLinkState.Linked, account.Name, added.Credential));
        await context.Engine.Presence.EndGuestAsync(account.Id);
        context.Say(NickServTexts.LinkDone);
    }

    private static void Refuse(ServiceContext context)
    {
        if (Find(context) is null || context.Engine.Links.Take(context[1], out var link) is not { } waiting || link is null) return;
        context.Engine.Links.Decide(waiting, link, new(DeviceLinkState.Refused));
        context.Say(NickServTexts.LinkRefused);
    }

    /// <summary>The device that shows the code, or null after having said why not. Who guesses is stopped as who guesses passwords.</summary>
    private static DeviceLink? Find(ServiceContext context)
    {
        var address = context.Session.Connection.Address;
        if (context.Session.Account is null) context.Say(ServiceTexts.LogIn);
        else if (!context.Engine.Limits.MayLogIn(address)) context.Say(NickServTexts.TooManyFailures);
        else if (context.Engine.Links.Find(context[1]) is { } link) return link;
        else
        {
            context.Engine.Limits.LoginFailed(address);
            context.Say(NickServTexts.WrongCode);
        }
        return null;
    }
}
