using System.Text.Json;
using Teahouse.Core.Accounts;

namespace Teahouse.Server.Listeners;

/// <summary>The default listeners' ports as the first start found them; later starts keep to them, since clients know them.</summary>
internal sealed class RememberedPorts
{
    private const string SecretName = "default-ports";

    private readonly Dictionary<string, int> _ports;

    private RememberedPorts(Dictionary<string, int> ports) => _ports = ports;

    /// <summary>Nothing is remembered yet: a port that is taken may be replaced.</summary>
    public bool FirstStart => _ports.Count == 0;

    public static async Task<RememberedPorts> LoadAsync(ISecretStore secrets, CancellationToken cancel)
    {
        var stored = await secrets.GetAsync(SecretName, cancel);
        return new(stored is null ? [] : JsonSerializer.Deserialize(stored, PortsJson.Default.DictionaryStringInt32) ?? []);
    }

    public int? Find(string name) => _ports.TryGetValue(name, out var port) ? port : null;

    public static async Task RememberAsync(IReadOnlyDictionary<string, int> ports, ISecretStore secrets, CancellationToken cancel) =>
        await secrets.SetAsync(SecretName, JsonSerializer.SerializeToUtf8Bytes(new(ports), PortsJson.Default.DictionaryStringInt32), cancel);
}
