using System.Net.Sockets;
using System.Text.Json;

namespace Teahouse.Server.Admin;

/// <summary>The local socket by which commands reach the running server: one JSON line each, one JSON line as the answer.</summary>
internal sealed partial class AdminSocket : IAsyncDisposable
{
    private const int LongestLine = 64 * 1024;
    private const int AtOnce = 4;

    private readonly Socket _listening;
    private readonly string _dataFolder;
    private readonly string _path;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _closing = new();
    private Task _accepting = Task.CompletedTask;

    private AdminSocket(Socket listening, string dataFolder, string path, ILogger log) =>
        (_listening, _dataFolder, _path, _log) = (listening, dataFolder, path, log);

    /// <summary>From here on a command waits for its answer, and no longer takes the server for dead.</summary>
    /// <param name="dataFolder">Locked by this process.</param>
    public static AdminSocket Bind(string dataFolder, ILoggerFactory logs)
    {
        var path = AdminSocketPath.Prepare(dataFolder);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        socket.Listen();
        return new(socket, dataFolder, path, logs.CreateLogger<AdminSocket>());
    }

    public void Start(AdminCommands commands) => 
        _accepting = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => AcceptAsync(commands)));

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listening.Dispose();
        AdminSocketPath.Remove(_dataFolder, _path);
        _closing.Dispose();
    }

    private async Task AcceptAsync(AdminCommands commands)
    {
        try
        {
            while (true) await ServeAsync(await _listening.AcceptAsync(_closing.Token), commands);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task ServeAsync(Socket peer, AdminCommands commands)
    {
        try
        {
            await using var stream = new NetworkStream(peer, ownsSocket: true);
            while (await JsonLine.ReadAsync(stream, LongestLine, _closing.Token) is { } line)
            {
                var request = JsonSerializer.Deserialize(line.Span, AdminJson.Default.AdminRequest)!;
                LogCommand(_log, request.Command, request.Name);
                var answer = await commands.RunAsync(request, _closing.Token);
                await JsonLine.WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(answer, AdminJson.Default.AdminAnswer), _closing.Token);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or JsonException)
        {
            LogGone(_log, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Admin command: {Command} {Name}")]
    private static partial void LogCommand(ILogger log, string command, string name);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An admin command's connection ended early: {Reason}")]
    private static partial void LogGone(ILogger log, string reason);
}
