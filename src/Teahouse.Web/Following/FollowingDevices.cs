using System.Text.Json;
using System.Text.Json.Serialization;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Following;

/// <summary>
/// Keeps what the reader's devices share the same on all of them: whenever something may have changed here, and whenever the reader comes to
/// this one. Used only on the page's thread.
/// </summary>
public sealed partial class FollowingDevices(IDeviceStorage storage, SharedThings things, Keepsake keepsake)
{
    private const string Key = "followed";

    private bool _isBusy;
    private bool _isWanted;

    /// <summary>Compares with the server, and makes both the same. What fails is done with the next time.</summary>
    public async Task ReviewAsync(ChatClient client)
    {
        // A guest has no other device. Another tab may have made a member of one.
        if (keepsake.Login is not Login.Account || client.State is not { Connection.IsOnline: true, Me.Account: { } account }) return;
        _isWanted = _isBusy;
        if (_isBusy) return;
        _isBusy = true;
        try
        {
            do
            {
                _isWanted = false;
                if (await client.PrivateFactsAsync() is { } there) await ReviewAsync(client, account, there);
            }
            while (_isWanted);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task ReviewAsync(ChatClient client, string account, IReadOnlyDictionary<string, string> there)
    {
        var agreed = Read(account);
        var here = things.Here(agreed);
        var merge = FactMerge.Of(agreed, here, there);
        foreach (var (key, value) in merge.Here) things.Take(key, value, here.GetValueOrDefault(key) ?? agreed.GetValueOrDefault(key));
        var known = new Dictionary<string, string>(there, StringComparer.Ordinal);
        foreach (var (key, value) in merge.There)
        {
            if (await client.SetPrivateFactAsync(key, value) is not null)
            {
                // It stays as it was agreed, and so counts as changed here the next time.
                if (agreed.TryGetValue(key, out var before)) known[key] = before;
                else known.Remove(key);
            }
            else if (value is null) known.Remove(key);
            else known[key] = value;
        }
        // Whoever has logged out meanwhile keeps nothing.
        if (keepsake.Login is not null && client.State.Me.Account == account) storage.Write(Key, JsonSerializer.Serialize(new(account, known), AgreedShapes.Default.Agreed));
    }

    private Dictionary<string, string> Read(string account)
    {
        try
        {
            return storage.Read(Key) is { } json && JsonSerializer.Deserialize(json, AgreedShapes.Default.Agreed) is { } kept && kept.Account == account ? kept.Facts : [];
        }
        catch (JsonException)
        {
            // As at the first time: what is here and what is there become one.
            return [];
        }
    }

    internal sealed record Agreed(string Account, Dictionary<string, string> Facts);

    [JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Agreed))]
    private sealed partial class AgreedShapes : JsonSerializerContext;
}
