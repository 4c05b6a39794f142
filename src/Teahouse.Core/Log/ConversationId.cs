namespace Teahouse.Core.Log;

/// <summary>The store's number of a conversation: positive, never reused.</summary>
public readonly record struct ConversationId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
