using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.People;

/// <summary>Whether others may know the time where one is: only if one says so. Used only on the page's thread.</summary>
public sealed class OwnTimeZone(IDeviceStorage storage, ILocale locale)
{
    private const string Key = "time-zone";
    private const string Shown = "shown";
    // It was shown, and the server may not know yet that it is not any more.
    private const string Hidden = "hidden";

    private string? _said;

    public event Action? Changed;

    public bool IsShown => storage.Read(Key) == Shown;

    public void Choose(bool shown)
    {
        storage.Write(Key, shown ? Shown : Hidden);
        Changed?.Invoke();
    }

    /// <summary>Says to the server what it does not know yet; to be called whenever something may have changed.</summary>
    /// <param name="tell">The zone, or null for none.</param>
    public async Task ReviewAsync(bool isOnline, Func<string?, Task<Problem?>> tell)
    {
        if (!isOnline)
        {
            _said = null;
            return;
        }
        if (storage.Read(Key) is not { } choice) return;
        var wanted = choice == Shown ? locale.TimeZone : "";
        if (_said == wanted) return;
        _said = wanted;
        if (await tell(wanted.Length > 0 ? wanted : null) is null && storage.Read(Key) == Hidden) storage.Remove(Key);
    }
}
