using System.Diagnostics;
using System.Globalization;

namespace Teahouse.EndToEnd.Clocks;

/// <summary>Has a program live in the past, by a small library in C that stands before the system's clock.</summary>
internal sealed class SlowCalendar : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("th-");

    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public SlowCalendar(TimeSpan behind)
    {
        var library = Path.Combine(_place.FullName, "clock.so");
        var source = Path.Combine(AppContext.BaseDirectory, "Clocks", "clock.c");
        using var compiler = Process.Start(new ProcessStartInfo("cc", ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source]) { RedirectStandardError = true })!;
        var errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        if (compiler.ExitCode != 0) throw new InvalidOperationException($"clock.c does not compile:\n{errors}");
        Wrapper = ["env", $"LD_PRELOAD={library}", string.Create(CultureInfo.InvariantCulture, $"CLOCK_BEHIND={behind.TotalSeconds:F0}")];
    }

    /// <summary>What stands before the program's name, as <see cref="Servers.ServerProcess.StartAsync"/> wants it.</summary>
    public string[] Wrapper { get; }

    public void Dispose() => _place.Delete(recursive: true);
}
