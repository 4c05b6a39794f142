using Teahouse.Client;
using Teahouse.Web.Composer;
using Teahouse.Web.Messages;
using Teahouse.Web.People;

namespace Teahouse.Web.Shell;

/// <summary>What was written into the composer.</summary>
public sealed partial class ChatShell
{
    private bool isHelping;
    private (string Words, int Number) searched;

    private bool Take(string text)
    {
        if (current is not { } here) return false;
        trouble = null;
        switch (Composed.Read(text, here is Room))
        {
            case Composed.Say said: Say(here, said.Text, MessageKind.Message); break;
            case Composed.Act deed: Say(here, deed.Text, MessageKind.Action); break;
            case Composed.Join join: Run(() => AskedAsync(here, text, join.Room, EnterAsync(join.Room, join.Key))); break;
            case Composed.Away { Text: { } status }: Status.Set(status, null); break;
            case Composed.Away: Status.Clear(); break;
            case Composed.Talk talk:
                Open(Client.OpenChat(talk.Nick));
                if (talk.Text.Length > 0) Say(current, talk.Text, MessageKind.Message);
                break;
            case Composed.Profile who: profile = who.Nick; break;
            case Composed.Browse: isBrowsing = true; break;
            case Composed.Help: isHelping = true; break;
            case Composed.Find find:
                OpenSearch();
                searched = (find.Words, searched.Number + 1);
                break;
            case Composed.Ignore { IsIgnored: true } person:
                Ignored.Ignore(AccountOf(person.Nick));
                note = (T(PeopleTexts.IgnoredNow, Formatting.Plain(person.Nick)), true);
                break;
            case Composed.Ignore person:
                Ignored.Heed(AccountOf(person.Nick));
                note = (T(PeopleTexts.HeededNow, Formatting.Plain(person.Nick)), true);
                break;
            case Composed.CallMe nick: Run(() => AskedAsync(here, text, nick.Name, Client.SetNickAsync(nick.Name))); break;
            case Composed.Wrong wrong:
                trouble = wrong.Wants is { } wants ? T(wrong.Why, wrong.About, T(wants)) : T(wrong.Why, wrong.About);
                StateHasChanged();
                return false;
            case var command when here is Room room: Run(() => InRoomAsync(room, text, command)); break;
        }
        Run(StateHasChanged);
        return true;
    }

    private async Task InRoomAsync(Room room, string text, Composed command)
    {
        switch (command)
        {
            case Composed.Topic topic: await AskedAsync(room, text, room.Name, Client.SetTopicAsync(room, topic.Text)); break;
            case Composed.Leave leave: await AskedAsync(room, text, room.Name, Client.PartAsync(room, leave.Reason)); break;
            case Composed.Rename rename: await AskedAsync(room, text, rename.Room, Client.RenameAsync(room, rename.Room)); break;
            case Composed.Moderate act: await AskedAsync(room, text, act.Nick, ModerateAsync(room, act.Nick, act.What, act.Reason)); break;
            case Composed.Unban unban: await AskedAsync(room, text, unban.Who, Client.LetInAgainAsync(room, unban.Who)); break;
            case Composed.AskIn guest when await AskedAsync(room, text, guest.Nick, Client.AskInAsync(room, guest.Nick)):
                note = (T(ModerationTexts.AskedIn, Formatting.Plain(guest.Nick)), true);
                StateHasChanged();
                break;
        }
    }

    // What was typed is there again if it was refused.
    private async Task<bool> AskedAsync(Conversation here, string text, string about, Task<Problem?> asked)
    {
        if (await asked is not { } problem) return true;
        Tell(problem, Formatting.Plain(about));
        if (ReferenceEquals(current, here)) Box.Restore(ComposerView.BoxId, text);
        return false;
    }
}
