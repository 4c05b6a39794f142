using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>What a reader wants with a message.</summary>
/// <param name="Name">"reply", "copy", "link", "save", "unsave", "unread", "redact", "again", or "toggle" with an emoji as value.</param>
public sealed record MessageAct(string Name, TimelineMessage Message, string Value = "");
