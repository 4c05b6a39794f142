using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Accounts;

/// <summary>Sets a password, and shows the recovery code once.</summary>
public sealed partial class PasswordForm
{
    private string password = "";
    private string? says;
    private string? recovery;
    private bool isDone;
    private bool isSetting;
    private bool isCopied;

    [Parameter, EditorRequired] public ChatClient Client { get; set; } = null!;

    [Inject] private Keepsake Keepsake { get; set; } = null!;

    [Inject] private IMessageActs Acts { get; set; } = null!;

    private async Task SetAsync()
    {
        // It is sent as words with single spaces between them.
        if (password.Length == 0 || password != string.Join(' ', password.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            (isDone, says) = (false, T(AccountTexts.OddPassword));
            return;
        }
        isSetting = true;
        var answer = await Client.SetPasswordAsync(password);
        (isSetting, isDone, isCopied) = (false, answer.Has(AnswerCodes.PasswordSet), false);
        says = isDone ? T(AccountTexts.PasswordSet) : AnswerTexts.Say(answer, Language, AccountTexts.NotSet);
        if (!isDone) return;
        Keepsake.BecomeMember();
        recovery = answer.Secret;
        password = "";
    }

    private async Task CopyAsync() => isCopied = await Acts.CopyAsync(recovery!);
}
