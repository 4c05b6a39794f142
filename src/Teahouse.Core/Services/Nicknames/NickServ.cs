namespace Teahouse.Core.Services.Nicknames;

/// <summary>NickServ: accounts by text commands.</summary>
internal static class NickServ
{
    public static readonly Service Service = new("NickServ", NickServTexts.About,
    [
        ServiceHelp.Row,
        StatusCommand.Row,
    ]);
}
