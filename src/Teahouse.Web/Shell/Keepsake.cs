using System.Globalization;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Settings;

namespace Teahouse.Web.Shell;

/// <summary>What this browser remembers of a visit: who one is, where one was and how far one has read.</summary>
public sealed class Keepsake(IDeviceStorage storage)
{
    private const string NameKey = "name";
    private const string CredentialKey = "credential";
    private const string RegisteredKey = "registered";
    private const string MemberKey = "member";
    private const string RoomsKey = "rooms";
    private const string OpenKey = "open";
    private const string FirstRoom = "#lobby";

    /// <summary>Whether the storage keeps anything at all.</summary>
    public bool Works { get; } = Probe(storage);

    /// <summary>Who one was at the last visit; null at the first.</summary>
    public Login.Guest? Guest =>
        storage.Read(NameKey) is { Length: > 0 } name && storage.Read(CredentialKey) is { Length: > 0 } credential
            ? new(name, credential, storage.Read(RegisteredKey) is not null)
            : null;

    /// <summary>As whom to connect; null at the first visit. Who set a password is no guest: nothing is made anew in their name.</summary>
    public Login? Login => Guest is not { } guest ? null : IsMember ? new Login.Account(guest.Name, guest.Credential) : guest;

    private bool IsMember => storage.Read(MemberKey) is not null;

    /// <summary>The rooms to be in.</summary>
    public IReadOnlyList<string> Rooms =>
        storage.Read(RoomsKey)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [FirstRoom];

    /// <summary>The conversation that was open last.</summary>
    public string? Open => storage.Read(OpenKey);

    /// <summary>Takes a name for this browser's guest; the credential stays the same as long as no account was made with it.</summary>
    public Login.Guest Take(string name)
    {
        var credential = Guest is { Registered: false } kept ? kept.Credential : storage.NewCredential();
        storage.Write(NameKey, name);
        storage.Write(CredentialKey, credential);
        storage.Remove(RegisteredKey);
        storage.Remove(MemberKey);
        return new(name, credential, Registered: false);
    }

    /// <summary>This browser has a credential of an account that has a password.</summary>
    public void TakeMember(string name, string credential)
    {
        storage.Write(NameKey, name);
        storage.Write(CredentialKey, credential);
        storage.Write(RegisteredKey, "1");
        storage.Write(MemberKey, "1");
    }

    /// <summary>The guest's account has a password now.</summary>
    public void BecomeMember() => storage.Write(MemberKey, "1");

    /// <summary>The server has made the account.</summary>
    public void Registered() => storage.Write(RegisteredKey, "1");

    /// <summary>The server no longer knows the account: the next one is new.</summary>
    public void ForgetGuest()
    {
        storage.Remove(CredentialKey);
        storage.Remove(RegisteredKey);
        storage.Remove(MemberKey);
    }

    /// <summary>Nothing of this person is kept: not who one was, where one was, what one saved or began to write. How the page looks stays.</summary>
    public void ForgetAll() => storage.Clear(Preferences.Keys);

    /// <summary>Tells when another tab of this browser has forgotten who one is.</summary>
    public void WhenForgotten(Action forgotten) => storage.ChangedElsewhere += key =>
    {
        if (key == CredentialKey && storage.Read(CredentialKey) is null) forgotten();
    };

    public void KeepRooms(IEnumerable<Room> rooms) => Keep(RoomsKey, string.Join(',', rooms.Select(r => r.Name)));

    public void KeepOpen(Conversation conversation) => Keep(OpenKey, conversation.Name);

    public void KeepRead(Conversation conversation)
    {
        if (conversation.ReadPosition is not { } read) return;
        var time = read.Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var held = read.HeldUntil is { } until ? $" {until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}" : "";
        Keep(ReadKey(conversation), read.Sequence is { } sequence ? $"{time} {sequence.Format()}{held}" : held.Length > 0 ? $"{time} -{held}" : time);
    }

    /// <summary>How far one had read; null if nothing is remembered.</summary>
    public ReadPosition? Read(Conversation conversation)
    {
        if (storage.Read(ReadKey(conversation)) is not { } kept) return null;
        var parts = kept.Split(' ');
        // Kept to the millisecond, as servers say it: the last one read counts as read whole.
        if (TimeOf(parts[0]) is not { } time) return null;
        return new(time, parts.Length > 1 && SequenceTag.TryParse(parts[1], out var sequence) ? sequence : null, parts.Length > 2 ? TimeOf(parts[2]) : null);
    }

    /// <summary>A conversation has another name: what is remembered of it goes along.</summary>
    public void Rename(string before, string name)
    {
        if (storage.Read(OpenKey) == before) storage.Write(OpenKey, name);
        var (from, to) = (ReadKey(before), ReadKey(name));
        if (from == to || storage.Read(from) is not { } read) return;
        storage.Write(to, read);
        storage.Remove(from);
    }

    private static DateTimeOffset? TimeOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var millis) && millis <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(millis)
            : null;

    private static string ReadKey(Conversation conversation) => ReadKey(conversation.Name);

    private static string ReadKey(string name) => $"read.{AsciiCase.Fold(name)}";

    private void Keep(string key, string value)
    {
        if (storage.Read(key) != value) storage.Write(key, value);
    }

    private static bool Probe(IDeviceStorage storage)
    {
        var works = storage.Write("probe", "1");
        storage.Remove("probe");
        return works;
    }
}
