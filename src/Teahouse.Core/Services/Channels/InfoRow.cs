using Teahouse.Core.Conversations;

namespace Teahouse.Core.Services.Channels;

/// <summary>INFO: whose a room is, and what it does.</summary>
internal static class InfoRow
{
    public static readonly ServiceCommand Row = new("INFO", 1, ServiceAccess.Anyone, "<#channel>", [ChanServTexts.InfoSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        var settings = room.View.Settings;
        context.Say(ChanServTexts.Founder(await Room.AccountNameAsync(context, settings.Founder)));
        context.Say(ChanServTexts.Since(settings.Created));
        var member = room.View.Member(context.Session.User!.Id) is not null || room.Rank != MemberModes.None;
        context.Say(ChanServTexts.Modes(string.Join(' ', ChannelModes.Describe(settings, member))));
        context.Say(ChanServTexts.History(settings, context.Engine.Options.History));
    }
}
