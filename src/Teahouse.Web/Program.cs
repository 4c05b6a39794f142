using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Teahouse.Client;
using Teahouse.Web;
using Teahouse.Web.Browser;
using Teahouse.Web.Files;
using Teahouse.Web.Following;
using Teahouse.Web.Notifications;
using Teahouse.Web.People;
using Teahouse.Web.Rooms;
using Teahouse.Web.Saved;
using Teahouse.Web.Settings;
using Teahouse.Web.Shell;

if (!OperatingSystem.IsBrowser()) throw new PlatformNotSupportedException("This program runs in a browser.");

var builder = WebAssemblyHostBuilder.CreateDefault(args);
var opening = BrowserOutboxStore.OpenAsync();
await Task.WhenAll(
    opening, BrowserReturn.LoadAsync(),
    BrowserStorage.LoadAsync(), BrowserPage.LoadAsync(), BrowserLocale.LoadAsync(), BrowserDialogs.LoadAsync(),
    BrowserShortcuts.LoadAsync(), BrowserComposerBox.LoadAsync(), BrowserTimelineScroll.LoadAsync(), BrowserFeatureProbe.LoadAsync(),
    BrowserMessageActs.LoadAsync(), BrowserRoomDrag.LoadAsync(), BrowserFileBox.LoadAsync(), BrowserNotifications.LoadAsync(),
    BrowserOffline.LoadAsync(), BrowserMessageArchive.LoadAsync());

var storage = new BrowserStorage();
storage.Watch();
var page = new BrowserPage();
page.Watch();
var comings = new BrowserReturn();
comings.Watch();
var shortcuts = new BrowserShortcuts();
shortcuts.Listen();
var notifications = new BrowserNotifications();
notifications.Watch();
var offline = new BrowserOffline();
offline.Begin();
var archive = new BrowserMessageArchive();
var outbox = await opening;
Func<Task> rest = BrowserPage.RestAsync;
var preferences = new Preferences(storage, page);
preferences.Load(BrowserLocale.Wanted());

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IDeviceStorage>(storage);
builder.Services.AddSingleton<IPage>(page);
builder.Services.AddSingleton<IReturn>(comings);
builder.Services.AddSingleton<IShortcuts>(shortcuts);
builder.Services.AddSingleton<ILocale, BrowserLocale>();
builder.Services.AddSingleton<IDialogs, BrowserDialogs>();
builder.Services.AddSingleton<IComposerBox, BrowserComposerBox>();
builder.Services.AddSingleton<ITimelineScroll, BrowserTimelineScroll>();
builder.Services.AddSingleton<IMessageActs, BrowserMessageActs>();
builder.Services.AddSingleton<IRoomDrag, BrowserRoomDrag>();
builder.Services.AddSingleton<IFileBox, BrowserFileBox>();
builder.Services.AddSingleton<IFeatureProbe, BrowserFeatureProbe>();
builder.Services.AddSingleton<INotifications>(notifications);
builder.Services.AddSingleton<IOffline>(offline);
builder.Services.AddSingleton(preferences);
builder.Services.AddSingleton<NotificationSettings>();
builder.Services.AddSingleton<Notifier>();
builder.Services.AddSingleton<IgnoredPeople>();
builder.Services.AddSingleton<OwnStatus>();
builder.Services.AddSingleton<OwnTimeZone>();
builder.Services.AddSingleton<SavedMessages>();
builder.Services.AddSingleton<SharedThings>();
builder.Services.AddSingleton<FollowingDevices>();
builder.Services.AddSingleton<Uploads>();
builder.Services.AddSingleton<RoomArrangement>();
builder.Services.AddSingleton<Keepsake>();
builder.Services.AddSingleton(services =>
{
    var address = new UriBuilder(new Uri(new Uri(builder.HostEnvironment.BaseAddress), "irc"));
    address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
    return new Visit(services.GetRequiredService<Keepsake>(), (login, rooms) => new ClientOptions
    {
        Connect = cancel => WebSocketTransport.ConnectAsync(address.Uri, null, cancel),
        Login = login,
        Random = new Random(),
        Time = services.GetRequiredService<TimeProvider>(),
        Rooms = rooms,
        Outbox = outbox,
        Archive = archive,
        Rest = rest,
    });
});
builder.RootComponents.Add<App>("#app");
await builder.Build().RunAsync();
