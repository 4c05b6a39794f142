using System.Globalization;
using Teahouse.Core.Accounts;

namespace Teahouse.Server.Admin;

/// <summary>Who an account is here now.</summary>
internal sealed partial class AccountAdmin
{
    /// <summary>The line that shows a recovery code, if there is one to show.</summary>
    public static IEnumerable<string> Recovery(string? code) =>
        code is null ? [] : [$"If the password is ever forgotten, this code sets a new one, once; it is not shown again: {code}"];

    private async ValueTask<AdminAnswer> MulticlientAsync(Account account, string value, CancellationToken cancel)
    {
        if (value is not ("on" or "off")) return AdminAnswer.Failed($"\"{value}\" is none of on and off.");
        await accounts.ChangeSettingsAsync(account.Id, settings => settings with { OneSession = value == "off" }, cancel);
        return AdminAnswer.Done($"multiclient of {account.Name} is {value}.");
    }

    private async ValueTask<AdminAnswer> AutoReplayAsync(Account account, string value, CancellationToken cancel)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) || lines > AccountSettings.MostReplayed)
            return AdminAnswer.Failed($"\"{value}\" is no number from 0 to {AccountSettings.MostReplayed}.");
        await accounts.ChangeSettingsAsync(account.Id, settings => settings with { AutoReplay = lines }, cancel);
        return AdminAnswer.Done($"autoreplay of {account.Name} is {lines}.");
    }

    private AdminAnswer StatusOf(Account account)
    {
        if (chat is null) return NoServer;
        var presence = chat.PresenceOf(account.Id);
        return AdminAnswer.Done([presence switch
        {
            null => $"{account.Name} is not here.",
            { Connections.IsEmpty: true } stays => string.Create(CultureInfo.InvariantCulture, $"{account.Name} stays here as {stays.Nick} without a connection. Rooms: {stays.Rooms}."),
            var here => string.Create(CultureInfo.InvariantCulture, $"{account.Name} is here as {here.Nick}. Connections: {here.Connections.Length}, rooms: {here.Rooms}."),
        }, .. (presence?.Connections ?? []).Select(connection => connection.ToString())]);
    }

    private async ValueTask<AdminAnswer> GhostAsync(Account account, CancellationToken cancel)
    {
        if (chat is null) return NoServer;
        return await chat.EndAccountAsync(account.Id, cancel) ? AdminAnswer.Done($"{account.Name} is gone.") : AdminAnswer.Failed($"{account.Name} is not here.");
    }

    private static AdminAnswer NoServer => AdminAnswer.Failed("No server runs with this data folder.");
}
