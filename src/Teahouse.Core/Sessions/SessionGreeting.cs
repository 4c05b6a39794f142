using System.Globalization;
using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>What a session is told when it has become somebody, and when it comes into a channel.</summary>
internal static class SessionGreeting
{
    // Whoever opens a file has to log in.
    private static readonly string[] PrivateFiles = ["teahouse.chat/PRIVATE-FILES"];

    public static async ValueTask WelcomeAsync(Session session)
    {
        var reply = new Reply(session, null);
        var engine = session.Engine;
        var options = engine.Options;
        var user = session.User!.Snapshot;
        reply.NumericNow(Numeric.RPL_WELCOME, $"Welcome to the {options.Network} Network, {user.Prefix}");
        reply.Numeric(Numeric.RPL_YOURHOST, $"Your host is {options.Name}, running version {options.Version}");
        reply.Numeric(Numeric.RPL_CREATED, $"This server was started {ServerTime.Format(engine.Started)}");
        reply.Numeric(Numeric.RPL_MYINFO, options.Name, options.Version, UserModeLetters.All, ServerSupport.ChannelModeLetters, ServerSupport.ChannelModesWithParameter);
        ISupport(session, reply);
        await LusersCommand.AnswerAsync(session, reply);
        await MetadataGreeting.OwnAsync(session, reply);
        MotdCommand.Answer(session, reply);
        if (UserModeLetters.Of(user) is { Length: > 1 } modes) reply.From(user.Prefix, "MODE", user.Nick.Value, modes);
        await reply.CompleteAsync();
    }

    public static void ISupport(Session session, Reply reply)
    {
        // https://ircv3.net/specs/extensions/extended-isupport: never outside a batch for those who know it.
        var batched = session.Has(CapabilitySet.ExtendedISupport | CapabilitySet.Batch);
        if (batched) reply.BeginBatch("draft/isupport");
        foreach (var line in session.Engine.ISupport) reply.Numeric(Numeric.RPL_ISUPPORT, [.. line, "are supported by this server"]);
        if (session.Connection.FileHost is { } host && session.Engine.Options.Files is { Enabled: true } files)
            reply.Numeric(Numeric.RPL_ISUPPORT, [ISupportTokens.Format("soju.im/FILEHOST", host), .. files.Private ? PrivateFiles : [], "are supported by this server"]);
        if (batched) reply.EndBatch();
    }

    /// <summary>A further session of a member: JOIN first, then live delivery, then what the channel is.</summary>
    public static async ValueTask ChannelAsync(Session session, ChannelName name)
    {
        var reply = new Reply(session, null);
        if (await AttachAsync(session, name, reply, () => reply.CompleteAsync()) is { } view) session.Missed?.Entered.Add(view);
        await reply.CompleteAsync();
    }

    /// <summary>
    /// The same for a session that fell behind: what it believes of the channel may be long past, and what is said there does not come to
    /// it before it has fetched up to the head. Never waits for the peer.
    /// </summary>
    public static async ValueTask ChannelAgainAsync(Session session, ChannelName name)
    {
        var reply = new Reply(session, null);
        if (await AttachAsync(session, name, reply, Sent) is { } view)
        {
            var user = session.User!.Snapshot;
            if (view.Settings.Topic is null) Topic(reply, view);
            reply.Numeric(Numeric.RPL_CHANNELMODEIS, [view.Settings.Name, .. ChannelModes.Describe(view.Settings, toMember: true)]);
            var channel = session.Engine.Network.Channel(name);
            var reader = new HistoryReader(user.Id, user.Identity, user.AccountId);
            if ((await channel.AskAsync(new Consult(reader))).Access is not null) FallenBehind.Quiet(session, reply, view);
            // Who may not read there has nothing to wait for.
            else await channel.AskAsync(new CatchUp(session.Id, long.MaxValue));
        }
        reply.SendNow();

        ValueTask Sent()
        {
            reply.SendNow();
            return default;
        }
    }

    /// <returns>The channel at the moment from which on the session hears it; null if its user is no member.</returns>
    private static async ValueTask<ChannelView?> AttachAsync(Session session, ChannelName name, Reply reply, Func<ValueTask> sent)
    {
        var channel = session.Engine.Network.Channel(name);
        var user = session.User!.Snapshot;
        // The user's list is a copy, and membership is true in the channel.
        if ((await channel.AskAsync(new Look())).View?.Member(user.Id) is null) return null;
        var join = Channel.JoinOf(user, name.Value);
        reply.Event(new Event(EventKind.Join, default, session.Engine.Now, null, join.Source, join.Parameters, Tags.Empty));
        await sent();
        var outcome = await channel.AskAsync(new Attach(user, session.Id));
        if (outcome.View is not { } view || view.Member(user.Id) is null)
        {
            reply.From(user.Prefix, "PART", name.Value, "No longer a member");
            return null;
        }
        await DescribeAsync(session, reply, view);
        await MetadataGreeting.ChannelAsync(session, reply, view);
        return view;
    }

    /// <summary>Topic, what was read, and names for those who did not say that they ask for them: https://ircv3.net/specs/extensions/no-implicit-names</summary>
    public static async ValueTask DescribeAsync(Session session, Reply reply, ChannelView view)
    {
        if (view.Settings.Topic is not null) Topic(reply, view);
        await session.Engine.ReadMarkers.GreetAsync(session, reply, view);
        ImplicitNames(session, reply, view);
    }

    /// <summary>The same without waiting for anything.</summary>
    public static void Describe(Session session, Reply reply, ChannelView view)
    {
        if (view.Settings.Topic is not null) Topic(reply, view);
        ImplicitNames(session, reply, view);
    }

    private static void ImplicitNames(Session session, Reply reply, ChannelView view)
    {
        if (!session.Has(CapabilitySet.NoImplicitNames) && !session.Has(CapabilitySet.DraftNoImplicitNames)) Names(session, reply, view);
    }

    public static void Topic(Reply reply, ChannelView view)
    {
        var name = view.Settings.Name;
        if (view.Settings.Topic is not { } topic)
        {
            reply.Numeric(Numeric.RPL_NOTOPIC, name, "No topic is set");
            return;
        }
        reply.Numeric(Numeric.RPL_TOPIC, name, topic.Text);
        reply.Numeric(Numeric.RPL_TOPICWHOTIME, name, topic.SetBy, (topic.Time / 1000).ToString(CultureInfo.InvariantCulture));
    }

    public static void Names(Session session, Reply reply, ChannelView view)
    {
        Members(session, reply, view, joining: true);
        reply.Numeric(Numeric.RPL_ENDOFNAMES, view.Settings.Name, "End of /NAMES list");
    }

    /// <param name="joining">Who comes in is named to itself, also in an auditorium, where plain members are not.</param>
    public static void Members(Session session, Reply reply, ChannelView view, bool joining = false)
    {
        const int room = 400;
        var asker = session.User!.Id;
        var userhost = session.Has(CapabilitySet.UserhostInNames);
        var multi = session.Has(CapabilitySet.MultiPrefix);
        var names = view.Members.Where(m => view.Shows(m, asker) || (joining && m.User.Id == asker)).Select(m => Prefix(m.Modes, multi) + (userhost ? m.User.Prefix : m.User.Nick.Value));
        var symbol = view.Settings.Has(ChannelFlags.Secret) ? "@" : "=";
        foreach (var line in CapabilityList.Lines(names, room)) reply.Numeric(Numeric.RPL_NAMREPLY, symbol, view.Settings.Name, line);
    }

    /// <summary>The highest prefix, or all of them with multi-prefix.</summary>
    public static string Prefix(MemberModes modes, bool all) => modes.Symbols(all);
}
