namespace Teahouse.Core.Services.Nicknames;

/// <summary>All that NickServ says.</summary>
internal static class NickServTexts
{
    public const string About = "accounts, and the names that belong to them";

    public const string StatusSummary = "Whether somebody, or you, is logged in, and as whom";

    public static string NotHere(string nick) => $"{nick} is not here";

    public static string Status(string nick, string? account) => account is null ? $"{nick} is not logged in" : $"{nick} is logged in as {account}";
}
