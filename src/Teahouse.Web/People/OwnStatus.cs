using System.Globalization;
using Teahouse.Web.Browser;

namespace Teahouse.Web.People;

/// <summary>
/// What one says of oneself while away (AWAY), with an end: kept by this browser, the same in all of its tabs. Used only on the page's thread.
/// </summary>
public sealed class OwnStatus : IDisposable
{
    public const int Longest = 100;

    private const string Key = "status";

    private readonly IDeviceStorage _storage;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private Action<string?>? _tell;

    public OwnStatus(IDeviceStorage storage, TimeProvider time)
    {
        (_storage, _time) = (storage, time);
        _timer = time.CreateTimer(_ => Review(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        storage.ChangedElsewhere += key =>
        {
            if (key == Key) Review();
        };
    }

    /// <summary>Null: none.</summary>
    public string? Text => Read()?.Text;

    /// <summary>When it ends; null: not by itself.</summary>
    public DateTimeOffset? Until => Read()?.Until;

    /// <param name="tell">Tells the server: the text, or null for being back. Called at once if there is a status, and whenever it changes.</param>
    public void Begin(Action<string?> tell)
    {
        _tell = tell;
        if (_storage.Read(Key) is not null) Review();
    }

    public void Set(string text, DateTimeOffset? until)
    {
        var millis = until?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";
        _storage.Write(Key, $"{millis}:{text}");
        Review();
    }

    public void Clear()
    {
        _storage.Remove(Key);
        Review();
    }

    public void Dispose() => _timer.Dispose();

    private (string Text, DateTimeOffset? Until)? Read()
    {
        if (_storage.Read(Key)?.Split(':', 2) is not [var millis, { Length: > 0 } text]) return null;
        if (millis.Length == 0) return (text, null);
        if (!long.TryParse(millis, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()) return null;
        var until = DateTimeOffset.FromUnixTimeMilliseconds(at);
        return until > _time.GetUtcNow() ? (text, until) : null;
    }

    private void Review()
    {
        var now = Read();
        if (now is null) _storage.Remove(Key);
        _tell?.Invoke(now?.Text);
        // Timers ring a little early at times; and none waits longer than a day.
        var wait = now?.Until - _time.GetUtcNow() + TimeSpan.FromMilliseconds(50);
        _timer.Change(wait is { } w ? (w < TimeSpan.FromDays(1) ? w : TimeSpan.FromDays(1)) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
