using System.Security.Cryptography;

namespace Teahouse.Client.Sqlite;

/// <summary>
/// Shows that a session lives: a file beside the outbox, held open for itself alone. The operating system lets go of it when the program
/// ends, however it ends.
/// </summary>
internal sealed class SessionLock : IDisposable
{
    private readonly FileStream _held;

    private SessionLock(string session, FileStream held)
    {
        Session = session;
        _held = held;
    }

    /// <summary>The session's name: 128 random bits, never used again.</summary>
    public string Session { get; }

    public static SessionLock Take(string outbox)
    {
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new(session, Hold(outbox, session, FileMode.CreateNew));
    }

    /// <summary>Whether the session has ended.</summary>
    public static bool HasEnded(string outbox, string session)
    {
        try
        {
            // Deleted on closing: nobody asks for it again.
            using var held = Hold(outbox, session, FileMode.Open);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => _held.Dispose();

    private static FileStream Hold(string outbox, string session, FileMode mode) =>
        new($"{outbox}.{session}.session", mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
}
