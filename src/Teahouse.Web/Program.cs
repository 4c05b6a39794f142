using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Teahouse.Web;
using Teahouse.Web.Browser;
using Teahouse.Web.Settings;

if (!OperatingSystem.IsBrowser()) throw new PlatformNotSupportedException("This program runs in a browser.");

var builder = WebAssemblyHostBuilder.CreateDefault(args);
await Task.WhenAll(
    BrowserStorage.LoadAsync(), BrowserPage.LoadAsync(), BrowserLocale.LoadAsync(), BrowserDialogs.LoadAsync(),
    BrowserShortcuts.LoadAsync(), BrowserComposerBox.LoadAsync(), BrowserTimelineScroll.LoadAsync(), BrowserFeatureProbe.LoadAsync());

var storage = new BrowserStorage();
var page = new BrowserPage();
page.Watch();
var shortcuts = new BrowserShortcuts();
shortcuts.Listen();
var preferences = new Preferences(storage, page);
preferences.Load(BrowserLocale.Wanted());

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IDeviceStorage>(storage);
builder.Services.AddSingleton<IPage>(page);
builder.Services.AddSingleton<IShortcuts>(shortcuts);
builder.Services.AddSingleton<ILocale, BrowserLocale>();
builder.Services.AddSingleton<IDialogs, BrowserDialogs>();
builder.Services.AddSingleton<IComposerBox, BrowserComposerBox>();
builder.Services.AddSingleton<ITimelineScroll, BrowserTimelineScroll>();
builder.Services.AddSingleton<IFeatureProbe, BrowserFeatureProbe>();
builder.Services.AddSingleton(preferences);
builder.RootComponents.Add<App>("#app");
await builder.Build().RunAsync();
