using System.Globalization;
using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;
using Teahouse.Web.People;

namespace Teahouse.Web.Rooms;

/// <summary>One conversation in the list on the left. Drawn again only when what it shows has changed: there may be hundreds.</summary>
public sealed partial class RoomRow
{
    private const int MostShown = 99;

    private (Conversation, string Name, int Unread, int Mentions, bool IsGone, bool IsHere, bool IsBeingRead, bool IsMuted, Presence, Language)? drawn;
    private bool isOther;

    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    [Parameter] public bool IsHere { get; set; }

    /// <summary>It is open before the reader's eyes.</summary>
    [Parameter] public bool IsBeingRead { get; set; }

    /// <summary>Nothing in it calls for the reader.</summary>
    [Parameter] public bool IsMuted { get; set; }

    /// <summary>Of the other person of a direct chat.</summary>
    [Parameter] public Presence Presence { get; set; }

    [Parameter] public EventCallback<Conversation> OnPick { get; set; }

    /// <summary>What can be done with it is asked for.</summary>
    [Parameter] public EventCallback<Conversation> OnMenu { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    private string Key => KeyOf(Conversation);

    private string Label => Formatting.Plain(Conversation is Room ? Conversation.Name.TrimStart('#') : Conversation.Name);

    private bool IsGone => Conversation is Room { Problem: not null, IsJoined: false };

    /// <summary>What the row is known by in the page.</summary>
    public static string KeyOf(Conversation conversation) => $"r{conversation.Name}";

    protected override void OnParametersSet()
    {
        var now = (Conversation, Conversation.Name, Conversation.UnreadCount, Conversation.MentionCount, IsGone, IsHere, IsBeingRead, IsMuted, Presence, Language);
        isOther = drawn != now;
        drawn = now;
    }

    protected override bool ShouldRender() => isOther;

    private static string Capped(int count) =>
        count > MostShown ? $"{MostShown}+" : count.ToString(CultureInfo.InvariantCulture);

    private string Counted(CountedText text, int count) => text.In(Language, count, Locale.PluralCategory(Language, count));
}
