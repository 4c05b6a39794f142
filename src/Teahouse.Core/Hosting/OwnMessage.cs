using Teahouse.Core.Log;

namespace Teahouse.Core.Hosting;

/// <summary>What an account said, and where it lies.</summary>
/// <param name="Epoch">The era in which it was stored.</param>
public sealed record OwnMessage(long Account, string Text, ConversationId Conversation, int Epoch, long Sequence);
