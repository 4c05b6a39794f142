using Teahouse.Core.Log;

namespace Teahouse.Core.Files;

/// <summary>
/// A file that goes if a message is taken away. Noted before the message is, so that a crash between the two is made good afterwards:
/// the log knows whether the message went.
/// </summary>
/// <param name="Number">The store's; 0 before it is noted.</param>
/// <param name="Epoch">The era in which the message was stored.</param>
/// <param name="Sequence">Of the message.</param>
/// <param name="Noted">Milliseconds since 1970 UTC.</param>
public sealed record LeavingFile(long Number, string Key, ConversationId Conversation, int Epoch, long Sequence, long Noted);
