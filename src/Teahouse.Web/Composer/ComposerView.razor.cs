using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Composer;

/// <summary>Where one writes. The text box belongs to the browser: nothing here writes its value.</summary>
public sealed partial class ComposerView : IDisposable
{
    public const string BoxId = "composer";

    private IReadOnlyList<Suggestion> suggestions = [];

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

    [Inject] private ILocale Locale { get; set; } = null!;

    private IReadOnlyList<string> Typing => [.. Conversation.Typing.Select(Formatting.Plain)];

    /// <summary>Out of the room for a reason, not only offline: what one writes could not go out later either.</summary>
    private bool IsOutside => Conversation is Room { IsJoined: false, Problem: not null };

    private string OutsideWhy => Conversation is Room { Problem: { } problem } ? $"({T(ShellTexts.Of(problem))})" : "";

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Box.Attach(BoxId, text => Send(text), typing => Run(() => OnTyping.InvokeAsync(typing)));
            Box.Complete(BoxId, CompletionList.Id, word => Run(() => Suggest(word)));
        }
        Box.Show(BoxId, Conversation.Name);
    }

    public void Dispose() => Box.Detach(BoxId);

    private void Suggest(string word)
    {
        suggestions = Suggestions.Of(word, State, Conversation, Language, Locale);
        StateHasChanged();
    }

    private void InsertAt() => Box.Insert(BoxId, "@");
}
