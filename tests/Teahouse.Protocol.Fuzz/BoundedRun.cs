using System.Text;

namespace Teahouse.Protocol.Fuzz;

/// <summary>A run without a fuzzer: a number of inputs bred from the corpus, the same at each run.</summary>
internal static class BoundedRun
{
    private const int Seed = 20_250_101;

    /// <returns>0, or 1 after the first input that breaks an invariant.</returns>
    public static int Run(string corpus, int count, TextWriter output)
    {
        var files = Directory.GetFiles(corpus).Order(StringComparer.Ordinal).ToArray();
        var mutator = new Mutator([.. files.Select(File.ReadAllBytes)], Seed);
        for (var i = 0; i < count; i++)
        {
            var input = mutator.Next();
            try
            {
                Invariants.Check(input);
            }
            catch (Exception e)
            {
                output.WriteLine(e);
                output.WriteLine($"as text:  {Encoding.Latin1.GetString(input)}");
                output.WriteLine($"as hex:   {Convert.ToHexString(input)}");
                output.WriteLine($"fuzz: FAILED at input {i + 1} of {count}: {e.Message}");
                return 1;
            }
        }
        output.WriteLine($"fuzz: passed, {count} inputs bred from {files.Length} seeds, {Invariants.Accepted} of them with a line that was accepted");
        return 0;
    }
}
