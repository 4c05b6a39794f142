using System.Globalization;
using SharpFuzz;
using Teahouse.Protocol.Fuzz;

if (Environment.GetEnvironmentVariable("__AFL_SHM_ID") is not null)
{
    Fuzzer.Run(static (Stream input) =>
    {
        using var copy = new MemoryStream();
        input.CopyTo(copy);
        Invariants.Check(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    });
    return 0;
}
if (Environment.GetEnvironmentVariable("__LIBFUZZER_SHM_ID") is not null)
{
    Fuzzer.LibFuzzer.Run(Invariants.Check);
    return 0;
}

var count = 200_000;
if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0)))
{
    await Console.Error.WriteLineAsync("usage: Teahouse.Protocol.Fuzz [number of inputs, 200000]");
    return 2;
}
return BoundedRun.Run(Path.Combine(AppContext.BaseDirectory, "corpus"), count, Console.Out);
