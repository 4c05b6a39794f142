namespace Teahouse.Web.Browser;

/// <summary>Files that the reader chooses, drops or pastes. What is in them never comes here: the browser sends it.</summary>
public interface IFileBox
{
    /// <param name="offered">Files that came, as JSON: <c>[{ id, name, type, size, isPaste }]</c>.</param>
    /// <param name="told">Of a file by its id: <c>sent</c> with the bytes that are there, <c>interrupted</c>, <c>done</c> with its link, <c>refused</c> with the server's word for why.</param>
    void Listen(Action<string> offered, Action<string, string, string> told);

    /// <summary>Opens the browser's own dialog.</summary>
    void Choose();

    /// <summary>Sends a file, as often as the network breaks.</summary>
    /// <param name="address">Of soju.im/FILEHOST.</param>
    /// <param name="authorization">The header.</param>
    void Upload(string id, string address, string authorization);

    /// <summary>The file is not wanted, nor what has come of it at the server.</summary>
    void Forget(string id);
}
