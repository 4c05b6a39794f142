using System.Net.Sockets;
using System.Text.Json;
using Teahouse.Server.Hosting;

namespace Teahouse.Server.Admin;

/// <summary>Sends a command to the running server.</summary>
internal static class AdminClient
{
    private const int LongestAnswer = 16 * 1024 * 1024;

    /// <summary>The answer, or null if no server listens in that data folder.</summary>
    /// <exception cref="StartupException">The server is there, but went away before it answered.</exception>
    public static async ValueTask<AdminAnswer?> TrySendAsync(string dataFolder, AdminRequest request, CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(AdminSocketPath.Find(dataFolder)), cancel);
        }
        catch (Exception error) when (error is SocketException or IOException or ArgumentOutOfRangeException)
        {
            // No socket, nobody behind it, or a data folder with a path too long for one and no note of another.
            return null;
        }

        try
        {
            await using var stream = new NetworkStream(socket);
            await JsonLine.WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(request, AdminJson.Default.AdminRequest), cancel);
            var answer = await JsonLine.ReadAsync(stream, LongestAnswer, cancel);
            if (answer is { } line) return JsonSerializer.Deserialize(line.Span, AdminJson.Default.AdminAnswer)!;
        }
        catch (IOException error)
        {
            throw new StartupException($"The server went away before it answered: {error.Message}");
        }

        throw new StartupException("The server went away before it answered.");
    }
}
