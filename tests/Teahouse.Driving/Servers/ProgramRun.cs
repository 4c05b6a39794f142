using System.Diagnostics;

namespace Teahouse.EndToEnd.Servers;

/// <summary>The program, run to its end.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <exception cref="OperationCanceledException">It does not end.</exception>
    public static Task<ProgramRun> OfAsync(params string[] arguments) => WrappedAsync([], arguments);

    /// <param name="wrapper">A command that runs the program in its own process.</param>
    /// <exception cref="OperationCanceledException">It does not end.</exception>
    public static Task<ProgramRun> WrappedAsync(IReadOnlyList<string> wrapper, params string[] arguments) => RunAsync(null, wrapper, arguments);

    /// <param name="limit">How long it may take.</param>
    /// <exception cref="OperationCanceledException">It does not end.</exception>
    public static Task<ProgramRun> WithinAsync(TimeSpan limit, params string[] arguments) => RunAsync(limit, [], arguments);

    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments, IReadOnlyList<string>? wrapper = null)
    {
        string[] words = [.. wrapper ?? [], ServerProgram.Path, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TEAHOUSE__", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    private static async Task<ProgramRun> RunAsync(TimeSpan? limit, IReadOnlyList<string> wrapper, string[] arguments)
    {
        using var process = Process.Start(StartInfo(arguments, wrapper))!;
        using var patience = Patience.Start(limit);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
