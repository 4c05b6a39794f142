using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Settings;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Welcome;

/// <summary>One field: the reader's name. What others will see of it is shown before it is sent.</summary>
public sealed partial class WelcomePage
{
    private string typed = "";
    private string troubled = "";
    private string first = "";
    private string nick = "";
    private int others = 1;
    private bool isLoggingIn;
    private bool isRecovering;
    private bool isLinking;
    private string password = "";

    /// <summary>Why the last name was not taken, or why it takes so long; null at first.</summary>
    [Parameter] public Problem? Trouble { get; set; }

    /// <summary>The name of the last visit or attempt; empty at first.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>A name was sent and is being asked for.</summary>
    [Parameter] public bool IsEntering { get; set; }

    /// <summary>Whether this browser keeps what it is given.</summary>
    [Parameter] public bool IsKept { get; set; } = true;

    /// <summary>A password was given with the name.</summary>
    [Parameter] public bool IsByPassword { get; set; }

    [Parameter] public EventCallback<string> OnEnter { get; set; }

    [Parameter] public EventCallback<(string Name, string Password)> OnLogIn { get; set; }

    /// <summary>Sets a new password: account, recovery code, password.</summary>
    [Parameter] public Func<string, string, string, Task<ServiceAnswer>> Recover { get; set; } = static (_, _, _) => Task.FromResult(new ServiceAnswer([]));

    /// <summary>Shows a code and comes in by it: the device's name, who shows the code and hears for how long it counts.</summary>
    [Parameter] public Func<string, Action<string, TimeSpan>, CancellationToken, Task<ServiceAnswer>> Link { get; set; } = static (_, _, _) => Task.FromResult(new ServiceAnswer([]));

    [Inject] private Preferences Preferences { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    /// <summary>A free name is likely near a taken one.</summary>
    private string Other => NickSuggestion.Another(nick, others + 1);

    private bool IsTaken => !IsEntering && Trouble?.Kind == ProblemKind.NameTaken && typed == troubled && nick.Length > 0;

    // A complaint is about the name that was sent; it leaves with the first change of it.
    private string? Complaint => Trouble is null || typed != troubled ? null : IsEntering ? T(WelcomeTexts.Unreachable) : Trouble.Kind switch
    {
        ProblemKind.NameTaken => T(WelcomeTexts.Taken, Name),
        ProblemKind.NameInvalid => T(WelcomeTexts.NotAllowed, Name),
        ProblemKind.LoginRefused when IsByPassword => T(WelcomeTexts.WrongPassword),
        ProblemKind.LoginRefused => T(WelcomeTexts.LoginRefused),
        ProblemKind.RegistrationRefused or ProblemKind.AccountRequired => T(WelcomeTexts.RegistrationRefused),
        ProblemKind.Banned => T(WelcomeTexts.Banned),
        _ => T(WelcomeTexts.Failed, T(ShellTexts.Of(Trouble))),
    };

    protected override void OnInitialized()
    {
        first = typed = troubled = Name;
        isLoggingIn = IsByPassword;
        Suggest();
    }

    private void OnTyped(ChangeEventArgs change)
    {
        typed = change.Value as string ?? "";
        others = 1;
        Suggest();
    }

    private void Suggest() => nick = typed.Trim().Length > 0 ? NickSuggestion.From(Locale.Normalize(typed)) : "";

    private async Task EnterAsync(string wanted)
    {
        if (wanted.Length == 0 || IsEntering) return;
        troubled = typed;
        if (!isLoggingIn) await OnEnter.InvokeAsync(wanted);
        else if (password.Length > 0) await OnLogIn.InvokeAsync((wanted, password));
    }

    // If that fails for some reason, the password stands in its field.
    private Task LogInAnewAsync((string Name, string Password) who)
    {
        (isRecovering, isLoggingIn) = (false, true);
        first = typed = troubled = who.Name;
        password = who.Password;
        Suggest();
        return OnLogIn.InvokeAsync(who);
    }

    private Task EnterAsOtherAsync()
    {
        var other = Other;
        isLoggingIn = false;
        others++;
        return EnterAsync(other);
    }
}
