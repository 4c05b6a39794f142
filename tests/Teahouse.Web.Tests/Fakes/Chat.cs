using Teahouse.Client;
using Teahouse.Protocol;

namespace Teahouse.Web.Tests.Fakes;

/// <summary>A chat state that is fed with lines as a server sends them. One is "me".</summary>
internal sealed class Chat
{
    private DateTimeOffset _now = Entries.Morning;

    public Chat(params string[] rooms)
    {
        Hear(":irc.test 001 me :Welcome", ":irc.test 005 me CHANTYPES=# PREFIX=(ov)@+ NETWORK=TeaNet :are supported");
        State.Set(new ConnectionState(ConnectionPhase.Online));
        foreach (var room in rooms) Hear($":me!u@h JOIN {room}", $":irc.test 353 me = {room} :me", $":irc.test 366 me {room} :End");
        foreach (var room in State.Rooms) Settle(room);
    }

    public ChatState State { get; } = new();

    public Room Room(string name) => State.Rooms.Single(r => r.Name == name);

    /// <summary>Lines that come one second after each other; then everybody is told.</summary>
    public void Hear(params string[] lines)
    {
        foreach (var line in lines)
        {
            _now = _now.AddSeconds(1);
            State.Apply(MessageParser.Parse(line), _now);
        }
        State.RaiseChanges();
    }

    public void Pass(TimeSpan time) => _now += time;

    /// <summary>What was missed is fetched: the room is up to date.</summary>
    public void Settle(Conversation conversation)
    {
        conversation.Attachment = Attachment.Current;
        State.Touch(conversation);
        State.RaiseChanges();
    }

    public void CatchUp(Conversation conversation)
    {
        conversation.Attachment = Attachment.Behind;
        State.Touch(conversation);
        State.RaiseChanges();
    }

    public void Read(Conversation conversation)
    {
        conversation.ReadPosition = new ReadPosition(_now);
        State.Touch(conversation);
        State.RaiseChanges();
    }

    /// <summary>An own message that is under way.</summary>
    public PendingMessage Write(Conversation conversation, string text)
    {
        State.AddPending(conversation, MessageKind.Message, text, _now);
        State.RaiseChanges();
        return State.PendingList[^1];
    }

    public void Set(PendingMessage pending, Delivery delivery, Problem? problem = null, bool canRetry = false)
    {
        State.SetDelivery(pending, delivery, problem, canRetry);
        State.RaiseChanges();
    }

    public void Set(ConnectionState connection)
    {
        State.Set(connection);
        State.RaiseChanges();
    }
}
