using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>A message as its sender gave it.</summary>
/// <param name="Target">One target, or several with commas between them.</param>
/// <param name="Text">Empty for TAGMSG; several lines as <see cref="MultilineText"/> has them.</param>
/// <param name="Tags">All that came with it.</param>
internal sealed record OutgoingMessage(EventKind Kind, string Target, string Text, Tags Tags, string? Label);
