using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Messages;
using Teahouse.Web.Shell;
using Teahouse.Web.Welcome;

namespace Teahouse.Web.Accounts;

/// <summary>Lets a new device into the reader's account, by the code that it shows. Shown from its first drawing on.</summary>
public sealed partial class LinkDialog() : PageDialog(DialogId)
{
    private const string DialogId = "linking";

    private string code = "";
    private string? device;
    private string? says;
    private bool isAsking;
    private bool isDone;
    private bool isOver;

    [Parameter, EditorRequired] public ChatClient Client { get; set; } = null!;

    /// <summary>The code, where the reader came by its link; otherwise empty.</summary>
    [Parameter] public string Code { get; set; } = "";

    [Inject] private Keepsake Keepsake { get; set; } = null!;

    private string Name => string.IsNullOrEmpty(device) ? T(AccountTexts.Unnamed) : Formatting.Plain(device);

    protected override Task OnInitializedAsync()
    {
        code = Code;
        return code.Length > 0 ? LookAsync() : Task.CompletedTask;
    }

    private async Task LookAsync()
    {
        if (isAsking || code.Trim().Length == 0) return;
        (isAsking, says) = (true, null);
        (device, var answer) = await Client.LinkingDeviceAsync(code.Trim());
        isAsking = false;
        if (device is null) says = WhyNot(answer);
    }

    private async Task AcceptAsync()
    {
        isAsking = true;
        var answer = await Client.AcceptLinkAsync(code.Trim());
        isDone = answer.Has(AnswerCodes.LinkDone);
        // Who has a second device is no guest any more.
        if (isDone) Keepsake.BecomeMember();
        End(isDone ? T(LinkTexts.Done, Name) : WhyNot(answer));
    }

    private async Task RefuseAsync()
    {
        isAsking = true;
        var answer = await Client.RefuseLinkAsync(code.Trim());
        End(answer.Has(AnswerCodes.LinkRefused) ? T(LinkTexts.WasRefused) : WhyNot(answer));
    }

    private void End(string said) => (isAsking, isOver, device, says) = (false, true, null, said);

    private string WhyNot(ServiceAnswer answer) =>
        answer.Has(AnswerCodes.InvalidCode) ? T(LinkTexts.WrongCode) : AnswerTexts.Say(answer, Language, LinkTexts.Failed);
}
