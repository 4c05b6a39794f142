using System.Diagnostics;

namespace Teahouse.EndToEnd.Servers;

/// <summary>The program under test: what <c>TEAHOUSE_BIN</c> names, else what <c>./run</c> builds, the web client beside it.</summary>
internal static class ServerProgram
{
    private static readonly Lazy<string> Found = new(Find);

    public static string Path => Found.Value;

    /// <summary>The folder of the checkout.</summary>
    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(System.IO.Path.Combine(folder, "Teahouse.slnx"))) folder = System.IO.Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("TEAHOUSE_BIN") is { Length: > 0 } given) return given;
        var root = Root;
        // Builds only what has changed.
        using var run = Process.Start(new ProcessStartInfo(System.IO.Path.Combine(root, "run"), ["version"]) { RedirectStandardInput = true })!;
        run.StandardInput.Close();
        run.WaitForExit();
        return run.ExitCode == 0
            ? System.IO.Path.Combine(root, "artifacts", "teahouse", "teahouse")
            : throw new InvalidOperationException("./run could not build the program.");
    }
}
