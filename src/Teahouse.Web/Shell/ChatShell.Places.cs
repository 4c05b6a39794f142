using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Composer;
using Teahouse.Web.Messages;
using Teahouse.Web.Rooms;
using Teahouse.Web.Saved;
using Teahouse.Web.Search;

namespace Teahouse.Web.Shell;

/// <summary>Ways to places: searching, the directory, a person's profile, links to a message or into a room.</summary>
public sealed partial class ChatShell
{
    private bool isSearching;
    private bool isSaved;
    private int callsWanted;
    private bool isBrowsing;
    private bool isRoomOpen;
    private string? profile;
    private MessageLink? link;
    private InviteLink? invitation;
    private bool isJoiningForLink;

    private void ReadLink()
    {
        link = MessageLink.Read(Navigation.Uri);
        invitation = InviteLink.Read(Navigation.ToBaseRelativePath(Navigation.Uri));
    }

    // Once the room is there, or known not to be.
    private void FollowLink()
    {
        if (!State.Connection.IsOnline) return;
        if (invitation is { } into)
        {
            invitation = null;
            Page.ForgetPath();
            Run(() => FollowAsync(into));
        }
        else if (link is { } to)
        {
            if (State.Find(to.Room) is Room { IsJoined: true } room)
            {
                if (room.IsCatchingUp) return;
                link = null;
                Page.ForgetPath();
                Run(() => GoToAsync(room, to.MessageId));
            }
            else if (!isJoiningForLink)
            {
                isJoiningForLink = true;
                Run(() => JoinAsync(to.Room));
            }
        }
    }


    private async Task FollowAsync(InviteLink into)
    {
        if (await EnterAsync(into.Room, into.Token) is not { } problem) return;
        // Invited only, or another key: what was asked for is not what the link still gives.
        if (problem.Code is not ("473" or "475")) Tell(problem, into.Room);
        else
        {
            trouble = T(ShellTexts.InvitationOver, Formatting.Plain(into.Room));
            StateHasChanged();
        }
    }

    private void OpenSearch()
    {
        isSearching = true;
        callsWanted = 0;
        searched = ("", searched.Number);
        isSaved = false;
        pane = "people";
        Box.Focus(SearchPanel.FieldId);
    }

    private void ToggleSearch()
    {
        if (isSearching) CloseSearch();
        else OpenSearch();
    }

    private void CloseSearch()
    {
        isSearching = false;
        pane = "chat";
    }

    private async Task GoToAsync(SearchHit hit)
    {
        var conversation = State.Find(hit.Conversation);
        if (conversation is null && !State.IsRoomName(hit.Conversation)) conversation = Client.OpenChat(hit.Conversation);
        if (conversation is null || hit.Message.MessageId is not { } id) trouble = T(SearchTexts.Gone);
        else await GoToAsync(conversation, id);
    }

    private async Task GoToAsync(Conversation conversation, string messageId)
    {
        Open(conversation);
        StateHasChanged();
        var problem = await Client.LookAroundAsync(conversation, messageId);
        // The timeline is drawn with what was loaded before it can show a part of it.
        StateHasChanged();
        await Task.Yield();
        if (problem is not null || timeline?.Show(messageId) != true) trouble = T(SearchTexts.Gone);
        StateHasChanged();
    }

    private async Task GoToDayAsync(LocalDay day)
    {
        if (current is not { } conversation) return;
        Open(conversation);
        var (found, problem) = await Client.LookAtAsync(conversation, day.Start);
        if (problem is not null) trouble = problem.Kind == ProblemKind.NoSuchTarget ? T(SearchTexts.NoDay) : T(ShellTexts.Failed, T(SearchTexts.GoToDay), T(ShellTexts.Of(problem)));
        if (found?.MessageId is not { } id) return;
        StateHasChanged();
        await Task.Yield();
        if (timeline?.Show(id) != true) trouble = T(SearchTexts.Gone);
        else if (!day.Holds(found.Time)) note = (T(SearchTexts.LaterDay), true);
        StateHasChanged();
    }

    private async Task LoadNewerAsync(Conversation conversation) => await TellAsync(Client.LoadNewerAsync(conversation), conversation.Name);

    private void OpenCalls()
    {
        var before = callsWanted;
        OpenSearch();
        callsWanted = before + 1;
    }

    private void OpenSaved()
    {
        isSaved = true;
        isSearching = false;
        pane = "people";
    }

    private void CloseSaved()
    {
        isSaved = false;
        pane = "chat";
    }

    private async Task GoToAsync(SavedMessage saved)
    {
        var conversation = State.Find(saved.Conversation);
        if (conversation is null && !State.IsRoomName(saved.Conversation)) conversation = Client.OpenChat(saved.Conversation);
        if (conversation is null) trouble = T(SearchTexts.Gone);
        else await GoToAsync(conversation, saved.MessageId);
    }

    private void Meet(string nick, string act)
    {
        if (act == "chat") Open(Client.OpenChat(nick));
        else if (act == "ignore") Ignored.Ignore(AccountOf(nick));
        else if (act == "heed") Ignored.Heed(AccountOf(nick));
        else Box.Insert(ComposerView.BoxId, $"@{nick} ");
    }
}
