using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.People;
using Teahouse.Web.Saved;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Accounts;

/// <summary>The reader's account: password, devices, data, its end. Shown from its first drawing on.</summary>
public sealed partial class AccountDialog() : PageDialog(DialogId)
{
    private const string DialogId = "account";

    private string confirmed = "";
    private string? exported;
    private string? trouble;
    private bool isExporting;
    private bool isLeaving;
    private bool isGoing;

    [Parameter, EditorRequired] public ChatClient Client { get; set; } = null!;

    /// <summary>The account is no more.</summary>
    [Parameter] public EventCallback OnRemoved { get; set; }

    /// <summary>This browser is to forget it, and it the browser.</summary>
    [Parameter] public EventCallback OnLogOut { get; set; }

    /// <summary>A new device is to be linked.</summary>
    [Parameter] public EventCallback OnLink { get; set; }

    [Inject] private SavedMessages Saved { get; set; } = null!;

    [Inject] private IgnoredPeople Ignored { get; set; } = null!;

    [Inject] private IPage Page { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private Task LinkAsync()
    {
        Close();
        return OnLink.InvokeAsync();
    }

    private async Task ExportAsync()
    {
        (isExporting, exported) = (true, T(AccountTexts.Exporting));
        var data = await DataExport.CollectAsync(Client, Saved.All, Ignored.Names, Time.GetUtcNow());
        isExporting = false;
        if (data.Problem is { } problem)
        {
            exported = T(AccountTexts.ExportFailed, T(ShellTexts.Of(problem)));
            return;
        }
        Page.Download($"teahouse-{Client.State.Me.Account}.json", data.Json);
        exported = AccountTexts.Exported.In(Language, data.Messages, Locale.PluralCategory(Language, data.Messages));
    }

    // A guest who leaves cannot come back: that is asked about.
    private Task LogOutAsync()
    {
        if (!isLeaving && Client.State.Me.IsGuest)
        {
            isLeaving = true;
            return Task.CompletedTask;
        }
        isGoing = true;
        return OnLogOut.InvokeAsync();
    }

    private async Task RemoveAsync()
    {
        if (confirmed.Trim() != Client.State.Me.Account) return;
        if (await Client.RemoveAccountAsync() is { } problem) trouble = T(AccountTexts.NotRemoved, T(ShellTexts.Of(problem)));
        else await OnRemoved.InvokeAsync();
    }
}
