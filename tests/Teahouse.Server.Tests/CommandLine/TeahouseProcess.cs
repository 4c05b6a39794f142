using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.CommandLine;

internal sealed record TeahouseRun(int ExitCode, string Output, string Error);

/// <summary>The program itself, as a person starts it.</summary>
internal sealed partial class TeahouseProcess : IAsyncDisposable
{
    private readonly Process _process;

    private TeahouseProcess(Process process, string banner) => (_process, Banner) = (process, banner);

    /// <summary>What it printed until it was ready.</summary>
    public string Banner { get; }

    public int Port => int.Parse(Address().Match(Banner).Groups["port"].ValueSpan, CultureInfo.InvariantCulture);

    public static async Task<TeahouseRun> RunAsync(string folder, string input, params string[] arguments)
    {
        using var process = Start(folder, "en_US.UTF-8", arguments);
        using var patience = new CancellationTokenSource(Patience.Limit);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>Returns when the server has said that it runs.</summary>
    public static async Task<TeahouseProcess> ServeAsync(string config, string locale = "en_US.UTF-8")
    {
        var process = Start(Path.GetDirectoryName(config)!, locale, "serve", "--config", config);
        using var patience = new CancellationTokenSource(Patience.Limit);
        var banner = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            banner.AppendLine(line);
            if (line.Contains("Ctrl+C", StringComparison.Ordinal)) return new(process, banner.ToString());
        }

        throw new InvalidOperationException($"The server did not start: {banner}{await process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    public async Task<IrcPeer> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        return new IrcPeer(client.GetStream());
    }

    /// <summary>Sends SIGTERM; the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string folder, string locale, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "teahouse.exe" : "teahouse");
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = locale;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"localhost:(?<port>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
