namespace Teahouse.Web.Browser;

/// <summary>The composer's text box. Its value belongs to the browser: the page only asks for it on sending.</summary>
public interface IComposerBox
{
    /// <param name="id">The textarea's id; its form is the nearest one around it.</param>
    /// <param name="send">Gets what was written; the box is emptied when it answers true, else keeps its text.</param>
    /// <param name="typing">Told with every change whether something that is meant for others stands in the box.</param>
    void Attach(string id, Func<string, bool> send, Action<bool> typing);

    /// <summary>Suggests how to end what is being written.</summary>
    /// <param name="list">The id of the listbox: options in it have a <c>data-insert</c>, which takes the place of the word.</param>
    /// <param name="asked">Told the word at the caret with its sign (<c>@ # : /</c>) when it changes; "" when there is none.</param>
    void Complete(string id, string list, Action<string> asked);

    /// <summary>Whether Ctrl+Enter sends, and Enter begins a new line; otherwise Enter sends.</summary>
    void SendBy(string id, bool control);

    /// <summary>Sends what stands in the box, as its button does.</summary>
    void Submit(string id);

    /// <summary>Shows the draft kept for a room, and keeps the one before with its own room.</summary>
    void Show(string id, string room);

    /// <summary>A room has another name; what was begun there stays.</summary>
    void Rename(string id, string from, string to);

    /// <summary>Puts back what could not be done, unless something else has been begun.</summary>
    void Restore(string id, string text);

    void Insert(string id, string text);

    /// <param name="id">A box's, or any other element's.</param>
    void Focus(string id);

    void Detach(string id);
}
