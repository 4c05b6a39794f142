namespace Teahouse.EndToEnd.Clients;

/// <summary>Somebody else's IRC program, logged in as an account, in one room.</summary>
public interface IRealClient : IAsyncDisposable
{
    /// <summary>Says it in the room, as a person types it.</summary>
    Task SayAsync(string text);

    /// <summary>Waits until the program shows, or has written down, a line with all of these words.</summary>
    Task ExpectAsync(params string[] words);

    /// <summary>Waits until it has come into the room so many times.</summary>
    Task ExpectInRoomAsync(int times);

    /// <summary>Waits until it trusts the connection enough to come back by itself when that breaks.</summary>
    Task ExpectAtHomeAsync() => Task.CompletedTask;
}

/// <param name="Authority">The file of the certificate authority to trust.</param>
/// <param name="Folder">Its own, empty, and short enough for sockets.</param>
public sealed record RealClientOptions(string Folder, string Authority, int Port, string Account, string Password, string Room);
