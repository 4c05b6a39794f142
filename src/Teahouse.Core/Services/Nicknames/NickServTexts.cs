using Teahouse.Core.Accounts;
using Teahouse.Protocol;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>All that NickServ says.</summary>
internal static class NickServTexts
{
    public const string About = "accounts, and the names that belong to them";

    public const string RegisterSummary = "Make an account that is called like you are now";
    public const string SaregisterSummary = "Make an account for somebody else";
    public const string DropSummary = "Remove your account for good, with all that belongs to it";
    public const string IdentifySummary = "Log in; without a name, to the account called like you are now";
    public const string RecoverSummary = "Set a new password by the code that you were given with the last one";
    public const string ResetSummary = "Set a new password by the token that the server's admin gave you";
    public const string GhostSummary = "End the connections of somebody who has your name";
    public const string RegainSummary = "Take your name back from whoever has it";
    public const string SetSummary = "Change your account:";
    public const string CertSummary = "Client certificates that log you in (SASL EXTERNAL):";
    public const string AccessSummary = "Devices that log you in, each with a password of its own:";
    public const string InfoSummary = "About an account; without a name, about yours";
    public const string StatusSummary = "Whether somebody, or you, is logged in, and as whom";

    public const string SessionsSummary = "What you have open here, by the devices that you named (log in as account@device)";

    public const string SetPassword = "SET PASSWORD <new password>";
    public const string SetKeepOnline = "SET KEEP-ONLINE on|off|default: whether you stay when your last connection ends (ALWAYS-ON is the same)";
    public const string SetMulticlient = "SET MULTICLIENT on|off: whether several connections share your name";
    public const string SetAutoReplay = "SET AUTOREPLAY <0 to 100>: lines that a client which cannot ask for history is told of what it missed";
    public const string CertList = "CERT LIST";
    public const string CertAdd = "CERT ADD [<SHA-256 fingerprint>]: without one, the certificate that you use now";
    public const string CertDel = "CERT DEL <SHA-256 fingerprint>";
    public const string AccessList = "ACCESS LIST";
    public const string AccessAdd = "ACCESS ADD [<name>]: a password for one more device or program";
    public const string AccessName = "ACCESS NAME <number>|THIS <name>";
    public const string AccessRevoke = "ACCESS REVOKE <number>|THIS: it logs in no more, and what it has open ends; THIS is the one that you use now";

    public const string LinkSummary = "Lets a new device into your account without your password:";
    public const string LinkNew = "LINK NEW [<name>]: on the new device, which nobody is logged in on; it shows a code for five minutes";
    public const string LinkStatus = "LINK STATUS: there, what became of the code; once you have accepted it, the device's password";
    public const string LinkShow = "LINK SHOW <code>: where you are logged in, which device shows that code";
    public const string LinkDecide = "LINK ACCEPT <code>, LINK REFUSE <code>: accept only the device that you have before you";

    public const string WrongPassword = "That is not the account's name and password";
    public static readonly Saying TooManyFailures = new("Too many failures; try again in a minute", AnswerCodes.TooManyFailures);
    public static readonly Saying Busy = new("The server is busy; try again", AnswerCodes.TemporarilyUnavailable);
    public const string LoggedInAlready = "You are logged in already";
    public const string HereAlready = "The account is here already under another connection: log in while you connect, or take the name back with REGAIN";
    public static readonly Saying WrongCode = new("That code is not valid, or not any more", AnswerCodes.InvalidCode);
    public static readonly Saying WeakPassword = new("The password is too short", AnswerCodes.WeakPassword);
    public static readonly Saying UnacceptablePassword = new("The password cannot be used", AnswerCodes.UnacceptablePassword);
    public const string ItIsYou = "That is you";
    public const string NotYours = "The name is not yours: log in to its account, or give its password";
    public const string CannotHaveNick = "The name could not be had";
    public const string NoCertificate = "Your connection shows no certificate";
    public const string NoFingerprint = "A SHA-256 fingerprint has 64 hexadecimal digits, with or without colons";
    public const string NoSuchCertificate = "Your account has no such certificate";
    public const string CertificateTaken = "The certificate logs in to an account already";
    public const string TooManyCertificates = "Your account has as many certificates as it can have";
    public const string NoCertificates = "Your account has no certificates";
    public const string CertificateRemoved = "The certificate logs in no more";
    public static readonly Saying NoDevices = new("Your account has no devices", AnswerCodes.NoDevices);
    public static readonly Saying NoSuchDevice = new("Your account has no such device", AnswerCodes.NoSuchDevice);
    public static readonly Saying TooManyDevices = new("Your account has as many devices as it can have", AnswerCodes.TooManyDevices);
    public static readonly Saying TheLastKey = new("That is the only way into your account: set a password first", AnswerCodes.LastKey);
    public static readonly Saying DeviceNamed = new("Named", AnswerCodes.DeviceNamed);
    public static readonly Saying DeviceRevoked = new("The device logs in no more", AnswerCodes.DeviceRevoked);
    public const string KeepOnlineForbidden = "This server keeps nobody online who is not";
    public const string GuestsLeave = "A guest's account does not stay: set a password first";
    public static readonly Saying Removed = new("Your account was removed", AnswerCodes.AccountRemoved);

    public static string Registered(string account) => $"{account} is an account now";

    public static string NowLoggedIn(string account) => $"You are logged in as {account}";

    public static Saying PasswordSet(string? recovery) => recovery is null
        ? new("The password is set", AnswerCodes.PasswordSet)
        : new($"The password is set. {Recovery(recovery)}", AnswerCodes.Write(AnswerCodes.PasswordSet, recovery));

    public static string Recovery(string code) => $"If the password is ever forgotten, this code sets a new one, once; it is not shown again: {code}";

    public static string AutoReplay(int lines) => $"AUTOREPLAY is {lines}";

    public static string ThisOne(string connection) => $"{connection} (this one)";

    public static string NameGiven(string name) => $"The name {name} belongs to an account now";

    public static Saying ConfirmDrop(string account, string code) =>
        new($"This removes {account} for good. If you mean it: /msg NickServ DROP {code}", AnswerCodes.Write(AnswerCodes.ConfirmDrop, code));

    public static string NotHere(string nick) => $"{nick} is not here";

    public static string NoSuchAccount(string name) => $"There is no account {name}";

    public static string GhostGone(string nick) => $"{nick} is gone";

    public static string Status(string nick, string? account) => account is null ? $"{nick} is not logged in" : $"{nick} is logged in as {account}";

    public static string CertificateAdded(string fingerprint) => $"{fingerprint} logs in to your account";

    public static string Certificate(string fingerprint, string day) => $"{fingerprint}, since {day}";

    public static Saying Device(int number, string label, string added, string used) => new(
        $"{number}: {Named(label)}, since {added}, last used {used}",
        AnswerCodes.Write(AnswerCodes.Device, number.ToString(System.Globalization.CultureInfo.InvariantCulture), added, used, label));

    private static string Named(string device) => device.Length == 0 ? DeviceCredential.Unnamed : device;

    public static Saying DeviceAdded(string credential) =>
        new($"Its password, which is not shown again: {credential}", AnswerCodes.Write(AnswerCodes.DeviceAdded, credential));

    public static readonly Saying LinkWaits = new("Nobody has accepted the code yet", AnswerCodes.LinkWaits);
    public static readonly Saying LinkRefused = new("The device was refused", AnswerCodes.LinkRefused);
    public static readonly Saying LinkDone = new("The device logs in to your account now", AnswerCodes.LinkDone);
    public static readonly Saying NoLink = new("There is no code of this connection, or not any more: LINK NEW makes one", AnswerCodes.NoLink);

    public static Saying LinkCode(string code, int seconds) => new(
        $"Type this where you are logged in, within five minutes: /msg NickServ LINK SHOW {code}",
        AnswerCodes.Write(AnswerCodes.LinkCode, code, seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static Saying LinkAsks(string device) => new(
        $"{Named(device)} shows that code. If you have it before you: LINK ACCEPT with the code; otherwise LINK REFUSE", AnswerCodes.Write(AnswerCodes.LinkAsks, device));

    public static Saying Linked(string account, string credential) => new(
        $"This device logs in to {account}; its password, which is not shown again: {credential}", AnswerCodes.Write(AnswerCodes.Linked, account, credential));

    public static string Chosen(string what, bool on) => $"{what} is {(on ? "on" : "off")}";

    public static string KeepDefault(bool on) => $"KEEP-ONLINE is as the server says: {(on ? "on" : "off")}";

    public static string Account(string name, string since) => $"{name}: registered {since}";

    public static string LastSeen(string day) => $"Last seen {day}";

    public static string Keys(int devices, int certificates) => $"Devices: {devices}, certificates: {certificates}";
}
