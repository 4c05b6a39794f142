namespace Teahouse.Web.Browser;

/// <summary>Messages by hand and by keyboard: their tool bars, the menus that open beside one, and the way from one to another.</summary>
public interface IMessageActs
{
    /// <param name="pane">The id of the element around the messages.</param>
    /// <param name="act">Told the name of what is wanted, the message's key, and a value that may be empty.</param>
    void Attach(string pane, Action<string, string, string> act);

    /// <summary>Opens a popover beside a message and goes to its first button.</summary>
    /// <param name="closed">Told once, however it is closed.</param>
    void Open(string menu, string key, Action closed);

    void Close(string menu);

    /// <summary>Brings a message into view and marks it for a moment.</summary>
    void Show(string pane, string key);

    /// <summary>From now on a tap on a message picks it, or no longer; this one is the first.</summary>
    /// <param name="told">How many are picked, whenever that changes; -1 when it was ended by a key.</param>
    void Pick(string pane, string key, Action<int> told);

    /// <summary>What was picked, as several messages are copied: with who said it and when.</summary>
    string Picked();

    void EndPicking();

    /// <summary>Puts a text into the clipboard; false if the browser does not let it.</summary>
    Task<bool> CopyAsync(string text);
}
