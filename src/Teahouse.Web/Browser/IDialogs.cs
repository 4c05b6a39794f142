namespace Teahouse.Web.Browser;

/// <summary>Opens and closes native dialogs, which only script can show as modal.</summary>
public interface IDialogs
{
    /// <param name="id">The dialog element's id.</param>
    /// <param name="closed">Told once, however it is closed.</param>
    void Open(string id, Action closed);

    void Close(string id);
}
