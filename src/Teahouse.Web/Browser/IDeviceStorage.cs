namespace Teahouse.Web.Browser;

/// <summary>Small values that this browser keeps for this address.</summary>
public interface IDeviceStorage
{
    string? Read(string key);

    /// <summary>The keys that begin so and have a value.</summary>
    IReadOnlyList<string> Keys(string prefix);

    /// <summary>Another tab has written or removed a value; told its key.</summary>
    event Action<string>? ChangedElsewhere;

    /// <summary>Keeps the value; false when the storage is full or closed.</summary>
    bool Write(string key, string value);

    void Remove(string key);

    /// <summary>Removes everything, drafts too, but what these keys hold.</summary>
    void Clear(params string[] kept);

    /// <summary>A new device credential: 256 bits of the browser's randomness as <c>thd1_</c> and 43 characters.</summary>
    string NewCredential();
}
