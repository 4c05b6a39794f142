using System.Text.Json;
using System.Text.Json.Serialization;

namespace Teahouse.Client;

/// <summary>Messages of an outbox as JSON objects, for stores that keep text.</summary>
public static partial class OutboxCodec
{
    public static string Encode(OutboxMessage message) => JsonSerializer.Serialize(message, Shapes.Default.OutboxMessage);

    /// <param name="json">One object.</param>
    /// <exception cref="OutboxException">It is damaged, or of a kind that this version does not know.</exception>
    public static OutboxMessage Decode(string json) => Read(json, Shapes.Default.OutboxMessage);

    /// <param name="json">An array of objects.</param>
    /// <exception cref="OutboxException">It is damaged, or of a kind that this version does not know.</exception>
    public static IReadOnlyList<OutboxMessage> DecodeList(string json) => Read(json, Shapes.Default.OutboxMessageArray);

    private static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, shape) ?? throw new OutboxException("The outbox holds nothing where a message should be.");
        }
        catch (JsonException e)
        {
            throw new OutboxException("The outbox holds a message that cannot be read.", e);
        }
    }

    [JsonSourceGenerationOptions(
        UseStringEnumConverter = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false)]
    [JsonSerializable(typeof(OutboxMessage))]
    [JsonSerializable(typeof(OutboxMessage[]))]
    private sealed partial class Shapes : JsonSerializerContext;
}
