namespace Teahouse.Storage.Log;

/// <summary>The numbers of a conversation's head.</summary>
internal readonly record struct ConversationFigures(long OwnerEpoch, int Epoch, long LastSequence, long LastTime, long Oldest);
