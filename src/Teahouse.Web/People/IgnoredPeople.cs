using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;

namespace Teahouse.Web.People;

/// <summary>Whose messages the reader does not want to see: kept by this browser, the same in all of its tabs.</summary>
public sealed class IgnoredPeople
{
    private const string Key = "ignored";
    private const int Most = 500;

    private readonly IDeviceStorage _storage;

    public IgnoredPeople(IDeviceStorage storage)
    {
        _storage = storage;
        storage.ChangedElsewhere += key =>
        {
            if (key == Key) Changed?.Invoke();
        };
    }

    public event Action? Changed;

    /// <summary>Accounts, or nicks of people without one; the one ignored last at the end.</summary>
    public IReadOnlyList<string> Names => _storage.Read(Key)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>What somebody is ignored by.</summary>
    public static string NameOf(Sender person) => person.Account ?? person.Nick;

    public void Ignore(string name) => Keep(Names.Where(n => !AsciiCase.Equals(n, name)).Append(name).TakeLast(Most));

    public void Heed(string name) => Keep(Names.Where(n => !AsciiCase.Equals(n, name)));

    private void Keep(IEnumerable<string> names)
    {
        var joined = string.Join(',', names);
        if (joined.Length == 0) _storage.Remove(Key);
        else _storage.Write(Key, joined);
        Changed?.Invoke();
    }
}
