using Teahouse.Client;
using Teahouse.Web.Composer;
using Teahouse.Web.People;

namespace Teahouse.Web.Shell;

/// <summary>Keeping order in rooms, and being asked into one.</summary>
public sealed partial class ChatShell
{
    private MemberAct? profileBegin;

    private async Task ActOnMemberAsync(Room room, string nick, MemberAct act)
    {
        switch (act)
        {
            case MemberAct.Chat: Open(Client.OpenChat(nick)); break;
            case MemberAct.Mention: Box.Insert(ComposerView.BoxId, $"@{nick} "); break;
            case MemberAct.Profile or MemberAct.Kick or MemberAct.Ban: (profile, profileBegin) = (nick, act); break;
            default:
                if (await ModerateAsync(room, nick, act, "") is not { } problem) break;
                note = (T(ModerationTexts.Failed, T(ShellTexts.Of(problem))), false);
                break;
        }
    }

    private Task<Problem?> ModerateAsync(Room room, string nick, MemberAct act, string reason) => act switch
    {
        MemberAct.Kick => Client.KickAsync(room, nick, reason),
        MemberAct.Ban => Client.BanAsync(room, nick, reason),
        MemberAct.GiveVoice or MemberAct.TakeVoice => Client.SetRankAsync(room, nick, 'v', act == MemberAct.GiveVoice),
        MemberAct.MakeOperator or MemberAct.TakeOperator => Client.SetRankAsync(room, nick, 'o', act == MemberAct.MakeOperator),
        _ => Task.FromResult<Problem?>(null),
    };

    private void EndProfile() => (profile, profileBegin) = (null, null);
}
