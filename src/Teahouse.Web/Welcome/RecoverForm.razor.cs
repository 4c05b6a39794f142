using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Accounts;
using Teahouse.Web.Browser;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Welcome;

/// <summary>For whoever has forgotten the password: a new one, by the code that was written down.</summary>
public sealed partial class RecoverForm
{
    private string account = "";
    private string code = "";
    private string password = "";
    private string? says;
    private string? next;
    private bool isSetting;
    private bool isDone;
    private bool isCopied;

    /// <summary>As typed for logging in.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>Sets it: account, code, password.</summary>
    [Parameter, EditorRequired] public Func<string, string, string, Task<ServiceAnswer>> Recover { get; set; } = null!;

    [Parameter] public EventCallback<(string Name, string Password)> OnLogIn { get; set; }

    [Parameter] public EventCallback OnBack { get; set; }

    [Inject] private IMessageActs Acts { get; set; } = null!;

    private bool IsWhole => account.Trim().Length > 0 && code.Trim().Length > 0 && password.Length > 0;

    protected override void OnInitialized() => account = Name;

    private async Task SetAsync()
    {
        if (!IsWhole || isSetting) return;
        account = account.Trim();
        // One word, and words with single spaces between them: so they are sent.
        if (account.Any(char.IsWhiteSpace))
        {
            says = T(RecoverTexts.Wrong);
            return;
        }
        if (password != string.Join(' ', password.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            says = T(AccountTexts.OddPassword);
            return;
        }
        (isSetting, says) = (true, null);
        var answer = await Recover(account, code, password);
        (isSetting, isDone, next) = (false, answer.Has(AnswerCodes.PasswordSet), answer.Secret);
        if (isDone) return;
        says = AnswerTexts.Say(answer, Language, AccountTexts.NotSet);
    }

    private async Task CopyAsync() => isCopied = await Acts.CopyAsync(next!);
}
