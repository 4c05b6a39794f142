namespace Teahouse.Bench.Speed;

/// <summary>Times between sending and receiving, in steps of a thirty-second of their size. Any thread adds.</summary>
internal sealed class Latencies
{
    private const int Steps = 32;

    private readonly long[] _counts = new long[64 * Steps];

    public void Add(long microseconds) => Interlocked.Increment(ref _counts[Index(Math.Max(0, microseconds))]);

    public void Clear() => Array.Clear(_counts);

    /// <param name="part">0.5: the median.</param>
    /// <returns>Milliseconds; 0 if nothing was added.</returns>
    public double At(double part)
    {
        var wanted = (long)Math.Ceiling(_counts.Sum() * part);
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted && seen > 0) return Value(i) / 1000.0;
        }
        return 0;
    }

    private static int Index(long value)
    {
        if (value < Steps) return (int)value;
        var power = 63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)value) - 5;
        return ((power + 1) * Steps) + (int)((value >> power) - Steps);
    }

    private static long Value(int index)
    {
        var (power, step) = ((index / Steps) - 1, index % Steps);
        return power < 0 ? step : (long)(Steps + step) << power;
    }
}
