using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Welcome;

/// <summary>On a new device: shows a code, and waits until it is accepted where somebody is logged in.</summary>
public sealed partial class LinkForm : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private string name = "";
    private string? code;
    private string? says;
    private DateTimeOffset ends;
    private bool isAsking;

    /// <summary>Shows a code and comes in by it: the device's name, who shows the code and hears for how long it counts.</summary>
    [Parameter, EditorRequired] public Func<string, Action<string, TimeSpan>, CancellationToken, Task<ServiceAnswer>> Link { get; set; } = null!;

    [Parameter] public EventCallback OnBack { get; set; }

    [Inject] private IPage Page { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Address => LinkAddress.To(Navigation.BaseUri, code!);

    protected override void OnInitialized() => name = Page.DeviceName;

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task ShowAsync()
    {
        if (isAsking) return;
        (isAsking, says) = (true, null);
        ServiceAnswer answer;
        try
        {
            answer = await Link(name.Trim(), Show, _end.Token);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return;
        }
        (isAsking, code) = (false, null);
        // Once it is linked the page goes on to the chat.
        if (answer.Has(AnswerCodes.Linked)) return;
        says = answer.Has(AnswerCodes.LinkRefused) ? T(LinkTexts.Refused)
            : answer.Has(AnswerCodes.NoLink) ? T(LinkTexts.Over)
            : AnswerTexts.Say(answer, Language, LinkTexts.NotAsked);
    }

    private void Show(string shown, TimeSpan life) => Run(() =>
    {
        (code, ends) = (shown, Time.GetUtcNow() + life);
        StateHasChanged();
    });

    private Task BackAsync()
    {
        _end.Cancel();
        return OnBack.InvokeAsync();
    }
}
