using System.Buffers.Binary;
using Teahouse.Core.Accounts;

namespace Teahouse.Core.History;

/// <summary>
/// The time by which history is taken away for good. It is never ahead of the clock, and gains two hours in one at most, over restarts as well: what
/// a clock that is days ahead for an hour would take is still there when it is set right.
/// </summary>
internal sealed class ExpiryClock(ISecretStore kept, TimeProvider time)
{
    private const string Name = "expiry-clock";

    /// <summary>Milliseconds per millisecond.</summary>
    private const int MostGain = 2;

    private long _value;
    private long _looked;

    /// <summary>Where nothing is kept, as in a new store, the clock is believed.</summary>
    public async ValueTask LoadAsync(CancellationToken cancel)
    {
        _looked = time.GetTimestamp();
        _value = await kept.GetAsync(Name, cancel) is { Length: sizeof(long) } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : Clock;
    }

    /// <summary>Moves on, and keeps where it is. Milliseconds since 1970 UTC.</summary>
    public async ValueTask<long> MoveAsync()
    {
        var elapsed = (long)time.GetElapsedTime(_looked).TotalMilliseconds;
        _looked = time.GetTimestamp();
        _value = Math.Min(Clock, _value + MostGain * elapsed);
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, _value);
        try
        {
            await kept.SetAsync(Name, bytes);
        }
        catch (StoreFullException)
        {
            // It is kept when there is room. A restart before that only loses what it has gained.
        }
        return _value;
    }

    private long Clock => time.GetUtcNow().ToUnixTimeMilliseconds();
}
