using Teahouse.Core.Files;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class FilesSection
{
    private static readonly NumberKind Bytes = new(1, 1L << 50);

    private static readonly ListKind<string> Types = new("media types such as \"image/png\" or \"image/*\"", ToType, text => text);

    public static readonly SingleSection Section = new("files", "Pictures and other files that people share.",
    [
        Key("enabled", FlagKind.Instance, f => f.Enabled, (f, v) => f with { Enabled = v }, "Who has an account may upload files."),
        Key("max_bytes", Bytes, f => f.MaxBytes, (f, v) => f with { MaxBytes = v }, "The most that one file may have."),
        Key("account_bytes", Bytes, f => f.AccountBytes, (f, v) => f with { AccountBytes = v }, "The most that all files of an account may have together."),
        Key("guest_bytes", Bytes, f => f.GuestBytes, (f, v) => f with { GuestBytes = v }, "The same for a guest."),
        Key("all_bytes", Bytes, f => f.AllBytes, (f, v) => f with { AllBytes = v }, "The most that all files of all may have together."),
        Key("free_bytes", new NumberKind(0, 1L << 50), f => f.FreeBytes, (f, v) => f with { FreeBytes = v }, "What files leave free on the disk, for what people say."),
        Key("keep_days", new NumberKind(1, 36_500), f => f.KeepDays, (f, v) => f with { KeepDays = (int)v }, "For how many days a file is kept; it goes earlier with the message that shows it."),
        Key("private_files", FlagKind.Instance, f => f.Private, (f, v) => f with { Private = v }, "Whoever opens a link has to log in; else the link, which nobody can guess, is enough."),
        Key("types", Types, f => f.Types, (f, v) => f with { Types = v }, "The media types that are taken; empty: all."),
    ]);

    private static string? ToType(string text)
    {
        var type = text.ToLowerInvariant();
        var clean = FileTypes.Clean(type.EndsWith("/*", StringComparison.Ordinal) ? type[..^1] + "any" : type);
        return clean == FileTypes.Unknown && type != FileTypes.Unknown ? null : type;
    }

    private static ConfigurationKey<TeahouseConfiguration, TValue> Key<TValue>(
        string name, ValueKind<TValue> kind, Func<SharingOptions, TValue> get, Func<SharingOptions, TValue, SharingOptions> set, string description) => new(
        name, kind, c => get(c.Engine.Files), (c, v) => c with { Engine = c.Engine with { Files = set(c.Engine.Files, v) } }, description);
}
