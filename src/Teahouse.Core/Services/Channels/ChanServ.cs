using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Services.Channels;

/// <summary>ChanServ: rooms that belong to accounts, by text commands.</summary>
internal static class ChanServ
{
    public const string Name = "ChanServ";

    public static readonly Service Service = new(Name, ChanServTexts.About,
    [
        ServiceHelp.Row,
        RegisterRow.Row,
        DropRow.Drop,
        DropRow.Unregister,
        TransferRow.Row,
        AccessRow.Row,
        AmodeRow.Row,
        .. MemberRows.Rows,
        InviteLinkRow.Row,
        SetRow.Row,
        InfoRow.Row,
        ListRow.Row,
    ]);

    /// <summary>Who sets what ChanServ is asked to set.</summary>
    public static UserSnapshot User(string server) => new(
        default, "", Nick.TryParse(Name, out var nick) ? nick : default, "services", server, Name, null, 0, false, null, false, false, true);
}
