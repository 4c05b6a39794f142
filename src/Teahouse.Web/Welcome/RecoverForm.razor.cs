using Microsoft.AspNetCore.Components;
using Teahouse.Client;
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
        (isSetting, isDone, next) = (false, answer.Holds("password is set"), answer.Secret);
        if (isDone) return;
        says = answer.Problem is { } problem ? T(AccountTexts.NotSet, T(ShellTexts.Of(problem)))
            : answer.Holds("code is not valid") ? T(RecoverTexts.Wrong)
            : answer.Holds("too short") ? T(AccountTexts.WeakPassword)
            : answer.Holds("Too many failures") ? T(RecoverTexts.TooOften)
            : T(AccountTexts.NotSet, string.Join(' ', answer.Said));
    }

    private async Task CopyAsync() => isCopied = await Acts.CopyAsync(next!);
}
