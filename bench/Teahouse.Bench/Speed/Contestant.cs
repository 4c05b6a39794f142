using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Teahouse.Bench.Speed;

/// <summary>A server that runs for one load, in a folder of its own, with all brakes off.</summary>
internal sealed class Contestant : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("teahouse-speed");
    private readonly ContestantKind _kind;
    private Process? _process;

    private Contestant(ContestantKind kind)
    {
        _kind = kind;
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = (IPEndPoint)probe.LocalEndPoint!;
    }

    public string Name => _kind.Name;

    public Wire Wire => _kind.Wire;

    public int? ConnectsAtOnce => _kind.ConnectsAtOnce;

    public IPEndPoint Address { get; }

    /// <summary>The resident set in bytes.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Returns when it listens and has been let alone for a second.</summary>
    public static async Task<Contestant> StartAsync(ContestantKind kind)
    {
        var server = new Contestant(kind);
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited) _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        if (OperatingSystem.IsLinux())
            // A server that gives up its rights after the start reads its configuration before or after.
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_111_111);
        var configuration = Path.Combine(_folder.FullName, "server.conf");
        if (_kind.Configuration is { } text) await File.WriteAllTextAsync(configuration, Filled(text));
        string[] words = [.. _kind.Command.Select(word => Filled(word).Replace("@CONFIG@", configuration, StringComparison.Ordinal))];
        _process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ListeningAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    private string Filled(string text) => text
        .Replace("@PORT@", Address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("@DIR@", _folder.FullName, StringComparison.Ordinal);

    private async Task ListeningAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(Address);
                return;
            }
            catch (SocketException) when (!_process!.HasExited && watch.Elapsed < Patience)
            {
                await Task.Delay(20);
            }
        }
    }
}

/// <param name="Command">Words; @PORT@, @DIR@ and @CONFIG@ stand for what each start brings.</param>
/// <param name="Configuration">The file's text, or null.</param>
/// <param name="ConnectsAtOnce">More connections in the making than its backlog holds only measure the system's patience; null: any number.</param>
internal sealed record ContestantKind(string Name, string[] Command, string? Configuration, Wire Wire = Wire.Plain, int? ConnectsAtOnce = null)
{
    /// <summary>Teahouse in the ways that it is measured, and the others that are installed.</summary>
    public static IEnumerable<ContestantKind> Find(string teahouse, string? limit)
    {
        if (limit is not null) yield return new("limit", [limit, "@PORT@"], null);
        if (Installed("inspircd") is { } inspircd)
            yield return new("inspircd", [inspircd, "--config", "@CONFIG@", "--nofork", "--runasroot", "--nopid"], Text("inspircd.conf"));
        if (Installed("ngircd") is { } ngircd) yield return new("ngircd", [ngircd, "-n", "-f", "@CONFIG@"], Text("ngircd.conf"), ConnectsAtOnce: 8);
        string[] serve = [teahouse, "serve", "--config", "@CONFIG@"];
        yield return new("teahouse", serve, Own("", history: true));
        yield return new("ephemeral", serve, Own("", history: false));
        yield return new("teahouse-tls", serve, Own("tls = true", history: true), Wire.Tls);
        yield return new("teahouse-ws", serve, Own("websocket = true", history: true), Wire.WebSocket);
    }

    private static string? Installed(string program) =>
        ((string[])["/usr/sbin", "/usr/bin", "/usr/local/bin"]).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Own(string listener, bool history) => $"""
        [server]
        name = "irc.bench.test"
        network = "Bench"
        data = "@DIR@/data"
        [[listen]]
        address = "127.0.0.1:@PORT@"
        {listener}
        [limits]
        connections_per_address = 0
        connection_rate = 0
        messages_per_second = 0
        registrations_per_hour = 0
        [history]
        enabled = {(history ? "true" : "false")}
        """;

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
