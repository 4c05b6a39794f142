namespace Teahouse.Core.Services.Channels;

/// <summary>LIST: the asker's own rooms.</summary>
internal static class ListRow
{
    public static readonly ServiceCommand Row = new("LIST", 0, ServiceAccess.Account, "", [ChanServTexts.ListSummary], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        foreach (var room in await context.Engine.Network.RegisteredAsync(context.Account.Id)) context.Say(room.Name.Value);
        context.Say(ChanServTexts.EndOfList);
    }
}
