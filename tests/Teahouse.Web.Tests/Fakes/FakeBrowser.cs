using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Web.Browser;
using Teahouse.Web.Files;
using Teahouse.Web.Following;
using Teahouse.Web.Notifications;
using Teahouse.Web.Offline;
using Teahouse.Web.People;
using Teahouse.Web.Rooms;
using Teahouse.Web.Saved;
using Teahouse.Web.Settings;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Tests.Fakes;

/// <summary>Everything that a component takes from the browser, in memory.</summary>
internal sealed class FakeBrowser
{
    public MemoryStorage Storage { get; } = new();

    public FakePage Page { get; } = new();

    public FakeScroll Scroll { get; } = new();

    public FakeBox Box { get; } = new();

    public FakeActs Acts { get; } = new();

    public FakeDialogs Dialogs { get; } = new();

    public FakeRoomDrag Drag { get; } = new();

    public FakeFileBox Files { get; } = new();

    public FakeShortcuts Shortcuts { get; } = new();

    public FakeReturn Return { get; } = new();

    public FakeNotifications Notifications { get; } = new();

    public FakeProbe Probe { get; } = new();

    public FakeOffline Offline { get; } = new();

    /// <summary>Stands still until it is told otherwise.</summary>
    public FakeTimeProvider Time { get; } = new(Entries.Morning);

    /// <param name="time">Null: the one that stands still.</param>
    public FakeBrowser(BunitContext context, TimeProvider? time = null)
    {
        // Long enough for a busy machine; what is awaited is an event, not the time.
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        var preferences = new Preferences(Storage, Page);
        preferences.Load(["en"]);
        context.Services.AddSingleton<ILocale>(new FixedLocale())
            .AddSingleton<IDeviceStorage>(Storage)
            .AddSingleton<IPage>(Page)
            .AddSingleton<ITimelineScroll>(Scroll)
            .AddSingleton<IComposerBox>(Box)
            .AddSingleton<IMessageActs>(Acts)
            .AddSingleton<IDialogs>(Dialogs)
            .AddSingleton<IRoomDrag>(Drag)
            .AddSingleton<IFileBox>(Files)
            .AddSingleton<SharedThings>()
            .AddSingleton<FollowingDevices>()
            .AddSingleton<Uploads>()
            .AddSingleton<RoomArrangement>()
            .AddSingleton<IShortcuts>(Shortcuts)
            .AddSingleton<IReturn>(Return)
            .AddSingleton<IFeatureProbe>(Probe)
            .AddSingleton<IOffline>(Offline)
            .AddSingleton(time ?? Time)
            .AddSingleton<INotifications>(Notifications)
            .AddSingleton<NotificationSettings>()
            .AddSingleton<Notifier>()
            .AddSingleton<IgnoredPeople>()
            .AddSingleton<OwnStatus>()
            .AddSingleton<OwnTimeZone>()
            .AddSingleton<SavedMessages>()
            .AddSingleton(preferences)
            .AddSingleton(new Keepsake(Storage));
    }
}

internal sealed class MemoryStorage : IDeviceStorage
{
    public Dictionary<string, string> Values { get; } = [];

    public bool IsClosed { get; set; }

    public event Action<string>? ChangedElsewhere;

    /// <summary>As another tab does.</summary>
    public void WriteElsewhere(string key, string? value)
    {
        if (value is null) Values.Remove(key);
        else Values[key] = value;
        ChangedElsewhere?.Invoke(key);
    }

    public string? Read(string key) => IsClosed ? null : Values.GetValueOrDefault(key);

    public IReadOnlyList<string> Keys(string prefix) => [.. Values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];

    public bool Write(string key, string value)
    {
        if (IsClosed) return false;
        Values[key] = value;
        return true;
    }

    public void Remove(string key) => Values.Remove(key);

    public void Clear(params string[] kept)
    {
        foreach (var key in Values.Keys.Except(kept).ToList()) Values.Remove(key);
    }

    public string NewCredential() => $"thd1_{Values.Count}";
}

internal sealed class FakePage : IPage
{
    public bool IsLookedAt { get; private set; } = true;

    public bool IsWide { get; set; } = true;

    public string Title { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Theme { get; private set; } = "";

    public bool IsPathForgotten { get; private set; }

    public event Action<bool>? LookedAtChanged;

    public void Look(bool looking)
    {
        IsLookedAt = looking;
        LookedAtChanged?.Invoke(looking);
    }

    public void SetTitle(string title) => Title = title;

    public (int ForMe, bool IsAny) Badge { get; private set; }

    public void SetBadge(int forMe, bool isAny) => Badge = (forMe, isAny);

    public void SetLanguage(string tag) => Language = tag;

    public void SetTheme(string theme) => Theme = theme;

    public string Density { get; private set; } = "";

    public void SetDensity(string density) => Density = density;

    public (string Name, string Text)? Downloaded { get; private set; }

    public void Download(string name, string text) => Downloaded = (name, text);

    public void ForgetPath() => IsPathForgotten = true;

    public string DeviceName => "Pad";
}

internal sealed class FakeScroll : ITimelineScroll
{
    public Action<bool> AtBottom { get; private set; } = _ => { };

    public Action WantsOlder { get; private set; } = () => { };

    public int Begun { get; private set; }

    public int Pinned { get; private set; }

    public void Attach(string id, Action<bool> atBottom, Action wantsOlder, Action wantsNewer) =>
        (AtBottom, WantsOlder) = (atBottom, wantsOlder);

    public void Begin(string id) => Begun++;

    public void ToBottom(string id) => AtBottom(true);

    public int WentToUnread { get; private set; }

    public void ToUnread(string id) => WentToUnread++;

    public void Pin(string id)
    {
        Pinned++;
        AtBottom(true);
    }

    public void Detach(string id)
    {
    }
}

internal sealed class FakeActs : IMessageActs
{
    private readonly Dictionary<string, Action> _open = [];
    private Action<string, string, string> _act = (_, _, _) => { };

    public string Shown { get; private set; } = "";

    public string Copied { get; private set; } = "";

    public void Act(string name, string key, string value = "") => _act(name, key, value);

    public void Attach(string pane, Action<string, string, string> act) => _act = act;

    public void Open(string menu, string key, Action closed) => _open[menu] = closed;

    public void Close(string menu)
    {
        if (_open.Remove(menu, out var closed)) closed();
    }

    public void Show(string pane, string key) => Shown = key;

    /// <summary>How many messages are picked; told by who picks them.</summary>
    public Action<int> Tell { get; private set; } = _ => { };

    public bool IsPicking { get; private set; }

    public void Pick(string pane, string key, Action<int> told)
    {
        (Tell, IsPicking) = (told, true);
        told(1);
    }

    public string Picked() => "[12:00] ann: one\n[12:01] bob: two";

    public void EndPicking() => IsPicking = false;

    public Task<bool> CopyAsync(string text)
    {
        Copied = text;
        return Task.FromResult(true);
    }
}

internal sealed class FakeDialogs : IDialogs
{
    private readonly Dictionary<string, Action> _open = [];

    public IEnumerable<string> Open => _open.Keys;

    void IDialogs.Open(string id, Action closed) => _open[id] = closed;

    public void Close(string id)
    {
        if (_open.Remove(id, out var closed)) closed();
    }
}

internal sealed class FakeRoomDrag : IRoomDrag
{
    public Action<string, string, bool> Moved { get; private set; } = (_, _, _) => { };

    public Action<string, int> Stepped { get; private set; } = (_, _) => { };

    public Action<string> Asked { get; private set; } = _ => { };

    public void Attach(string list, Action<string, string, bool> moved, Action<string, int> stepped, Action<string> asked) =>
        (Moved, Stepped, Asked) = (moved, stepped, asked);
}

internal sealed class FakeShortcuts : IShortcuts
{
    public event Action<string>? Pressed;

    public void Press(string name) => Pressed?.Invoke(name);
}

internal sealed class FakeReturn : IReturn
{
    public event Action? Returned;

    public void Come() => Returned?.Invoke();
}

internal sealed class FakeProbe : IFeatureProbe
{
    public HashSet<string> Found { get; } = ["socket", "storage", "database"];

    public IReadOnlySet<string> Detect() => Found;
}

internal sealed class FakeOffline : IOffline
{
    public OfflineState State { get; set; } = OfflineState.Unencrypted;

    public int Taken { get; private set; }

    public event Action? NewVersionWaits;

    public void Bring() => NewVersionWaits?.Invoke();

    public void Look()
    {
    }

    public void TakeNewVersion() => Taken++;
}

internal sealed class FakeNotifications : INotifications
{
    public string Permission { get; set; } = "granted";

    public event Action<string>? Opened;

    public List<(string Place, string Title, string Body, bool Sound)> Shown { get; } = [];

    public string Place { get; private set; } = "";

    public int Rung { get; private set; }

    /// <summary>What the person answers to the browser.</summary>
    public string Answer { get; set; } = "granted";

    public Task<string> AskAsync() => Task.FromResult(Permission = Answer);

    public void Show(string id, string place, string title, string body, bool sound) => Shown.Add((place, title, body, sound));

    public void At(string place) => Place = place;

    public void Ring() => Rung++;

    public void Click(string place) => Opened?.Invoke(place);
}
