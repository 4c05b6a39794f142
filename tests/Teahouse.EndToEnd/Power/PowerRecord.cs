using System.Diagnostics;

namespace Teahouse.EndToEnd.Power;

/// <summary>Writes down what programs do to the files under a folder, and makes their syncs fail when told; gone with the test.</summary>
internal sealed class PowerRecord : IDisposable
{
    private static readonly Lazy<string> Library = new(Build);

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("th-power-");
    private readonly string _root;
    private int _runs;

    /// <param name="root">Absolute.</param>
    public PowerRecord(string root) => _root = root;

    /// <summary>The length of the record of the program that runs: whatever was done before is in it.</summary>
    public long Length => new FileInfo(File).Length;

    private string File => Path.Combine(_place.FullName, $"record{_runs}");

    private string Fault => Path.Combine(_place.FullName, "fault");

    /// <summary>The command that runs a program with a record of its own.</summary>
    public string[] Wrapper()
    {
        _runs++;
        return ["env", $"LD_PRELOAD={Library.Value}", $"POWER_ROOT={_root}", $"POWER_RECORD={File}", $"POWER_FAULT={Fault}"];
    }

    /// <summary>What the last program did until now, or until it ended.</summary>
    public List<DiskStep> Read() => DiskStep.Read(System.IO.File.ReadAllBytes(File));

    /// <summary>The next sync of this file fails.</summary>
    public void FailNextSync(string file)
    {
        var unfinished = Fault + ".new";
        System.IO.File.WriteAllText(unfinished, file);
        System.IO.File.Move(unfinished, Fault, overwrite: true);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private static string Build()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Power", "power.c");
        var library = Path.Combine(AppContext.BaseDirectory, "Power", $"power-{Environment.ProcessId}.so");
        using var compiler = Process.Start(new ProcessStartInfo("cc", ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source]) { RedirectStandardError = true })!;
        var errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(library);
        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException($"power.c does not compile:\n{errors}");
    }
}
