namespace Teahouse.Core.Services.Nicknames;

/// <summary>NickServ: accounts by text commands.</summary>
internal static class NickServ
{
    public static readonly Service Service = new("NickServ", NickServTexts.About,
    [
        ServiceHelp.Row,
        Registering.Register, Registering.Saregister, Registering.Drop,
        LoggingIn.Identify, LoggingIn.Recover, LoggingIn.Reset,
        TakingBack.Ghost, TakingBack.Regain,
        Settings.Row, Certificates.Row, Devices.Row, Linking.Row,
        Information.Info, Information.Status, Connections.Row,
    ]);
}
