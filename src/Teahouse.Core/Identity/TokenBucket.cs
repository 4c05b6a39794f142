namespace Teahouse.Core.Identity;

/// <summary>
/// A flood budget: a burst passes at once, then only the rate. Two numbers and no timer: it keeps the moment at which
/// everything taken so far would have been due. Time comes as <see cref="TimeProvider.GetTimestamp"/> ticks.
/// Mutable: keep it in a field, used by one owner.
/// </summary>
public struct TokenBucket
{
    private readonly long _ticksPerToken;
    private readonly long _allowance;
    private readonly long _frequency;
    private long _due;

    /// <param name="perSecond">Sustained rate; 0: no limit.</param>
    /// <param name="burst">How many pass at once after a pause; at least 1.</param>
    /// <param name="frequency"><see cref="TimeProvider.TimestampFrequency"/>: ticks a second.</param>
    public TokenBucket(int perSecond, int burst, long frequency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(perSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        _frequency = frequency;
        _ticksPerToken = perSecond == 0 ? 0 : Math.Max(1, frequency / perSecond);
        _allowance = _ticksPerToken * burst;
        _due = long.MinValue;
    }

    /// <summary>
    /// Takes <paramref name="cost"/> tokens; the pause to make before what they were taken for (zero within the budget).
    /// The tokens are taken in any case: who asks again before the pause is over waits longer.
    /// </summary>
    public TimeSpan Take(long now, int cost = 1)
    {
        if (_ticksPerToken == 0) return TimeSpan.Zero;
        _due = Math.Max(_due, now) + _ticksPerToken * cost;
        var wait = _due - _allowance - now;
        return wait <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)wait / _frequency);
    }
}
