using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Once;

/// <summary>
/// Why a message with an id was not taken: FAIL with the target, the id, and whether the same message may succeed when it is sent again.
/// docs/extensions/once.md
/// </summary>
internal static class OnceRefusals
{
    /// <summary>The same message sent again may be stored.</summary>
    public const string Retry = "retry";

    /// <summary>The same message sent again will be refused again.</summary>
    public const string Final = "final";

    public static Refusal Unavailable(string target, string id, string text) => new(0, "ONCE_UNAVAILABLE", target, id, Final, text);

    public static Refusal Malformed(string target, string id, long now) => Invalid(target, id, now, "An id is a UUIDv7 in lower case");

    public static Refusal TooFarAhead(string target, OnceId id, long now) => Invalid(target, id.ToString(), now, "The id is of a time to come");

    public static Refusal Expired(string target, OnceId id, long now) =>
        new(0, "ID_EXPIRED", target, id.ToString(), Final, ServerTime.Format(now), "The id is too old to tell whether the message was stored");

    public static Refusal Conflict(string target, OnceId id) => new(0, "ID_CONFLICT", target, id.ToString(), Final, "Another message was stored with this id");

    public static Refusal OutOfOrder(string target, OnceId id) => new(0, "OUT_OF_ORDER", target, id.ToString(), Retry, "The message before it is not stored here");

    private static Refusal Invalid(string target, string id, long now, string text) => new(0, "ID_INVALID", target, id, Final, ServerTime.Format(now), text);

    /// <summary>The window as the capability's value says it.</summary>
    public static string Window { get; } = string.Create(CultureInfo.InvariantCulture, $"window={OnceTimes.Window / 1000}");
}
