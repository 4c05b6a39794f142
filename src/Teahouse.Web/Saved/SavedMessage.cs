using System.Text.Json;
using System.Text.Json.Serialization;

namespace Teahouse.Web.Saved;

/// <summary>A message that the reader wants to find again.</summary>
/// <param name="Conversation">The room's or the person's name.</param>
/// <param name="Text">Its beginning, without formatting.</param>
public sealed record SavedMessage(string Conversation, string MessageId, string Nick, DateTimeOffset Time, string Text)
{
    /// <summary>The messages in a JSON array; none if it is damaged.</summary>
    public static IReadOnlyList<SavedMessage> ReadAll(string? json)
    {
        if (json is null) return [];
        try
        {
            return [.. (JsonSerializer.Deserialize(json, SavedShapes.Default.SavedMessageArray) ?? []).OfType<SavedMessage>()];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public static string WriteAll(IEnumerable<SavedMessage> messages) => JsonSerializer.Serialize(messages.ToArray(), SavedShapes.Default.SavedMessageArray);
}

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SavedMessage[]))]
internal sealed partial class SavedShapes : JsonSerializerContext;
