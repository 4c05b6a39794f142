namespace Teahouse.Web.People;

/// <summary>What can be done with a member of a room.</summary>
public enum MemberAct
{
    Profile,
    Chat,
    Mention,
    GiveVoice,
    TakeVoice,
    MakeOperator,
    TakeOperator,
    Kick,
    Ban,
}
