using Teahouse.Core.Conversations;

namespace Teahouse.Core.Services.Channels;

/// <summary>ACCESS: what accounts are in a room whenever they come.</summary>
internal static class AccessRow
{
    public static readonly ServiceCommand Row = new(
        "ACCESS", 1, ServiceAccess.Account, "<#channel> [LIST | ADD <account> admin|op|halfop|voice | DEL <account>]", [ChanServTexts.AccessSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        if (await Room.FindAsync(context, context[0]) is not { } room) return;
        switch (context.At(1).ToUpperInvariant())
        {
            case "" or "LIST":
                await ListAsync(room);
                break;
            case "ADD" when context.Count == 4 && RankNames.Parse(context[3]) is var rank && rank != MemberModes.None:
                await SetAsync(room, context[2], rank);
                break;
            case "DEL" when context.Count == 3:
                await SetAsync(room, context[2], MemberModes.None);
                break;
            default:
                context.ShowUsage();
                break;
        }
    }

    public static async ValueTask SetAsync(Room room, string name, MemberModes rank)
    {
        if (await Room.FindAccountAsync(room.Context, name) is not { } account) return;
        var request = new SetAccess(room.Context.Session.User!.Snapshot, account.Id, rank);
        await room.AskAsync(request, ChanServTexts.AccessIs(account.Name, room.Name, rank));
    }

    /// <summary>To those who have a level themselves.</summary>
    public static async ValueTask ListAsync(Room room)
    {
        if (room.Rank == MemberModes.None)
        {
            room.Context.Say(ChanServTexts.NotOperator);
            return;
        }
        var settings = room.View.Settings;
        room.Context.Say($"{RankNames.Of(MemberModes.Founder)}: {await Room.AccountNameAsync(room.Context, settings.Founder)}");
        foreach (var (account, rank) in settings.Access.OrderByDescending(a => a.Value.Level()).ThenBy(a => a.Key))
            room.Context.Say($"{RankNames.Of(rank)}: {await Room.AccountNameAsync(room.Context, account)}");
        room.Context.Say(ChanServTexts.EndOfList);
    }
}
