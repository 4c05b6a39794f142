using System.Globalization;
using Teahouse.Core.Log;
using Teahouse.Core.Users;

namespace Teahouse.Core.Metadata;

/// <summary>
/// Whose metadata it is: a user's identity (<see cref="Identities"/>), or a channel by its folded name and the moment at which it was made,
/// so that a channel born again begins with none.
/// </summary>
internal static class MetadataScope
{
    public const string Channels = "#";

    public static string Of(ConversationKey channel, long created) => string.Create(CultureInfo.InvariantCulture, $"{channel.A}/{created}");

    public static bool IsChannel(string scope) => scope.StartsWith(Channels, StringComparison.Ordinal);

    /// <summary>The channel's key.</summary>
    public static ConversationKey Channel(string scope) => ConversationKey.Channel(scope[..scope.LastIndexOf('/')]);

    /// <summary>A user without an account takes its metadata along.</summary>
    public static bool IsKept(string scope) => IsChannel(scope) || Identities.HasAccount(scope);
}
