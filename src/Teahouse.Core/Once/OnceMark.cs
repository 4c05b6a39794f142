using Teahouse.Core.Log;

namespace Teahouse.Core.Once;

/// <summary>
/// Forgets the ids of messages when they are older than the window. The mark up to which it did so is stored and only grows: an id that is not above it
/// is never taken for new. It grows slowly, so that a clock that was wrong for an hour does not make ids of today too old.
/// </summary>
internal sealed class OnceMark(IMessageLog log, TimeProvider time)
{
    private const long MostAStep = 2 * 60 * 60 * 1000;

    /// <summary>Ids are forgotten in pieces, so that nobody waits for it; what is left after so many goes with the next step.</summary>
    private const int MostPieces = 500;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private long _stepped = time.GetTimestamp();
    private long _value;

    /// <summary>Milliseconds since 1970 UTC: what is of this time or before may be forgotten. Any thread.</summary>
    public long Value => Volatile.Read(ref _value);

    public async ValueTask LoadAsync(CancellationToken cancel) => Volatile.Write(ref _value, (await log.ClientKeysAsync(cancel)).Mark);

    /// <summary>Once an hour.</summary>
    public async ValueTask StepAsync()
    {
        if (time.GetElapsedTime(_stepped) < Every) return;
        _stepped = time.GetTimestamp();
        var (mark, oldest) = await log.ClientKeysAsync();
        if (oldest is not { } first) return;
        var next = Math.Min(time.GetUtcNow().ToUnixTimeMilliseconds() - OnceTimes.Window, Math.Max(mark, first) + MostAStep);
        if (next <= mark) return;
        // Whoever looks for an id that is about to be forgotten must find the mark above it.
        Volatile.Write(ref _value, next);
        for (var pieces = 0; pieces < MostPieces; pieces++)
            if (await log.ForgetClientKeysAsync(next)) return;
    }
}
