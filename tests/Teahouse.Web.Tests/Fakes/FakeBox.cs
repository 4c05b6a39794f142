using Teahouse.Web.Browser;

namespace Teahouse.Web.Tests.Fakes;

/// <summary>The composer's box, without a browser.</summary>
internal sealed class FakeBox : IComposerBox
{
    public Func<string, bool> Send { get; private set; } = _ => false;

    public string Room { get; private set; } = "";

    public string Inserted { get; private set; } = "";

    public void Attach(string id, Func<string, bool> send, Action<bool> typing) => Send = send;

    /// <summary>What stands at the caret now.</summary>
    public Action<string> Begin { get; private set; } = _ => { };

    public void Complete(string id, string list, Action<string> asked) => Begin = asked;

    public bool IsByControl { get; private set; }

    public void SendBy(string id, bool control) => IsByControl = control;

    /// <summary>What the box holds.</summary>
    public string Text { get; set; } = "";

    public bool IsSent { get; private set; }

    public void Submit(string id) => IsSent = Send(Text);

    public void Show(string id, string room) => Room = room;

    public string Focused { get; private set; } = "";

    public void Rename(string id, string from, string to) => Room = Room == from ? to : Room;

    public string Restored { get; private set; } = "";

    public void Restore(string id, string text) => Restored = text;

    public void Insert(string id, string text) => Inserted = text;

    public void Focus(string id) => Focused = id;

    public void Detach(string id)
    {
    }
}
