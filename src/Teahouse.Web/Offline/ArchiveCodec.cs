using System.Text.Json;
using System.Text.Json.Serialization;
using Teahouse.Client;

namespace Teahouse.Web.Offline;

/// <summary>What goes to <c>js/archive.js</c> and comes from there, as JSON.</summary>
public static partial class ArchiveCodec
{
    public static string Encode(IEnumerable<ArchiveChange> changes) => JsonSerializer.Serialize([.. changes.Select(Shape)], Shapes.Default.ChangeArray);

    /// <exception cref="ArchiveException">It is none.</exception>
    public static IReadOnlyList<ArchivedConversation> DecodeConversations(string json) => Read(json, Shapes.Default.ArchivedConversationArray);

    /// <exception cref="ArchiveException">It is none.</exception>
    public static IReadOnlyList<string> DecodeLines(string json) => Read(json, Shapes.Default.StringArray);

    private static Change Shape(ArchiveChange change) => change switch
    {
        ArchiveChange.Entry entry => new("entry", entry.Conversation, entry.At.Epoch, entry.At.Number, entry.Time.ToUnixTimeMilliseconds(), entry.Line),
        ArchiveChange.TakenBack gone => new("takenBack", gone.Conversation, Id: gone.MessageId),
        ArchiveChange.Renamed renamed => new("renamed", renamed.Conversation, To: renamed.Name),
        _ => new("forgotten", change.Conversation),
    };

    private static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, shape) ?? throw new ArchiveException("The archive answers nothing.");
        }
        catch (JsonException e)
        {
            throw new ArchiveException("The archive holds what cannot be read.", e);
        }
    }

    internal sealed record Change(string Kind, string Name, int Epoch = 0, long Number = 0, long Time = 0, string? Line = null, string? Id = null, string? To = null);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Change[]))]
    [JsonSerializable(typeof(ArchivedConversation[]))]
    [JsonSerializable(typeof(string[]))]
    private sealed partial class Shapes : JsonSerializerContext;
}
