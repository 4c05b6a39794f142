using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.Network;
using Teahouse.Core.Operators;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Services.Channels;

/// <summary>The room that a command is about.</summary>
internal sealed record Room(ServiceContext Context, IConversation Conversation, ChannelView View)
{
    public string Name => View.Settings.Name;

    /// <summary>Null, and said, if there is none that the asker may know of.</summary>
    public static async ValueTask<Room?> FindAsync(ServiceContext context, string text, bool registered = true)
    {
        var user = context.Session.User!.Snapshot;
        var conversation = ChannelName.TryParse(text, out var name) ? context.Engine.Network.Channel(name) : null;
        var view = conversation is null ? null : (await conversation.AskAsync(new Look())).View;
        var known = view is not null && (view.IsKnownTo(user.Id) || user.May(OperatorPrivileges.Rooms) || RoomRules.RankOf(view.Settings, user) != MemberModes.None);
        if (!known) context.Say(ChanServTexts.NoSuchRoom(text));
        else if (registered && !view!.Settings.Registered) context.Say(ChanServTexts.NotRegistered(view.Settings.Name));
        else return new Room(context, conversation!, view!);
        return null;
    }

    /// <summary>What the asker is here: by access, or as a server's operator everything.</summary>
    public MemberModes Rank => IsForced ? MemberModes.Founder : RoomRules.RankOf(View.Settings, User);

    public async ValueTask AskAsync(RoomRequest request, Saying done)
    {
        var forced = IsForced;
        var outcome = await Conversation.AskAsync(request with { Forced = forced });
        if (forced && outcome.Status == OutcomeStatus.Done) await NoteAsync();
        Answer(outcome, done);
    }

    /// <summary>An operator does what is not its own to do.</summary>
    public bool IsForced => User.May(OperatorPrivileges.Rooms) && RoomRules.RankOf(View.Settings, User) == MemberModes.None;

    /// <summary>Writes down what an operator did.</summary>
    public ValueTask NoteAsync() => Context.Engine.OperatorLog.WriteAsync(
        User.OperatorName is { Length: > 0 } name ? $"{User.Nick.Value} ({name})" : User.Nick.Value, "ChanServ " + Context.Command.Name, Name, Context.Rest(1));

    private UserSnapshot User => Context.Session.User!.Snapshot;

    public void Answer(Outcome outcome, Saying done) => Context.Say(ChanServTexts.Answer(outcome, done));

    /// <summary>Null, and said, if there is none.</summary>
    public static async ValueTask<Account?> FindAccountAsync(ServiceContext context, string name)
    {
        var account = await context.Engine.Accounts.FindAsync(name);
        if (account is null) context.Say(ChanServTexts.NoAccountNamed);
        return account;
    }

    public static async ValueTask<string> AccountNameAsync(ServiceContext context, long id) =>
        (await context.Engine.Accounts.FindAsync(id))?.Name ?? "*";
}
