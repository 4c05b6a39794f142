using System.Text.Json.Serialization;

namespace Teahouse.Server.Listeners;

[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class PortsJson : JsonSerializerContext;
