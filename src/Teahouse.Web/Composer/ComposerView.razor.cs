using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Files;
using Teahouse.Web.Messages;
using Teahouse.Web.Settings;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Composer;

/// <summary>Where one writes. The text box belongs to the browser: nothing here writes its value.</summary>
public sealed partial class ComposerView : IDisposable
{
    public const string BoxId = "composer";

    private const string KeepId = "keep-writing";

    private IReadOnlyList<Suggestion> suggestions = [];
    private Conversation? shown;
    private Crowd? asked;
    private bool isAskedAnew;
    private bool isAgreed;

    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    /// <summary>Why what was written could not be taken; null if nothing is wrong.</summary>
    [Parameter] public string? Trouble { get; set; }

    /// <summary>The message that what is written answers, or null.</summary>
    [Parameter] public TimelineMessage? Reply { get; set; }

    [Parameter] public EventCallback OnNoReply { get; set; }

    /// <summary>Takes what was written: true empties the box, false leaves it.</summary>
    [Parameter, EditorRequired] public Func<string, bool> Send { get; set; } = null!;

    [Parameter] public EventCallback<bool> OnTyping { get; set; }

    [Parameter] public EventCallback OnJoinAgain { get; set; }

    [Inject] private IComposerBox Box { get; set; } = null!;

    [Inject] private Uploads Uploads { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private Preferences Preferences { get; set; } = null!;

    private bool IsByControl => Preferences.SendKey == SendKey.ControlEnter;

    private IReadOnlyList<string> Typing => [.. Conversation.Typing.Select(Formatting.Plain)];

    /// <summary>Out of the room for a reason, not only offline: what one writes could not go out later either.</summary>
    private bool IsOutside => Conversation is Room { IsJoined: false, Problem: not null };

    private string OutsideWhy => Conversation is Room { Problem: { } problem } ? $"({T(ShellTexts.Of(problem))})" : "";

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(shown, Conversation)) return;
        shown = Conversation;
        asked = null;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Box.Attach(BoxId, Offer, typing => Run(() => TypedAsync(typing)));
            Box.Complete(BoxId, CompletionList.Id, word => Run(() => Suggest(word)));
        }
        Box.SendBy(BoxId, IsByControl);
        Box.Show(BoxId, Conversation.Name);
        if (isAskedAnew && asked is not null) Box.Focus(KeepId);
        isAskedAnew = false;
    }

    public void Dispose() => Box.Detach(BoxId);

    private bool Offer(string text)
    {
        var agreed = isAgreed;
        isAgreed = false;
        var question = agreed ? null : Crowd.Of(text, Conversation);
        if (question is null && asked is null) return Send(text);
        (asked, isAskedAnew) = (question, question is not null);
        Run(StateHasChanged);
        return question is null && Send(text);
    }

    // What was asked about is no longer what stands there.
    private Task TypedAsync(bool typing)
    {
        if (asked is not null)
        {
            asked = null;
            StateHasChanged();
        }
        return OnTyping.InvokeAsync(typing);
    }

    private void SendAnyway()
    {
        isAgreed = true;
        Box.Submit(BoxId);
    }

    private void KeepWriting()
    {
        asked = null;
        Box.Focus(BoxId);
    }

    private void OnQuestionKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") KeepWriting();
    }

    private void Suggest(string word)
    {
        suggestions = Suggestions.Of(word, State, Conversation, Language, Locale);
        StateHasChanged();
    }

    private void InsertAt() => Box.Insert(BoxId, "@");
}
