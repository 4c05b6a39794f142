using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Search;

/// <summary>What somebody looks for.</summary>
/// <param name="In">A channel or nick; null: everywhere.</param>
/// <param name="From">A nick; null: anybody.</param>
/// <param name="After">Milliseconds since 1970 UTC, that moment included; then the oldest are wanted.</param>
/// <param name="Before">That moment included.</param>
/// <param name="Terms">See <see cref="SearchRequest.Terms"/>.</param>
internal sealed record SearchQuery(string? In, string? From, long? After, long? Before, ImmutableArray<ImmutableArray<string>> Terms, int Limit)
{
    /// <summary>A nick or account whose messages are answered; null: anything. See <see cref="Answers"/>.</summary>
    public string? ReplyTo { get; init; }

    private const int MostTerms = 16;

    /// <summary>Reads attributes written as message tags are: <c>in=#tea;text=two\swords</c>.</summary>
    /// <param name="wrong">The attribute that makes no sense, if one does.</param>
    public static SearchQuery? Parse(string attributes, int most, out string wrong)
    {
        var query = new SearchQuery(null, null, null, null, [], most);
        foreach (var attribute in attributes.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = attribute.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = equals < 0 ? (attribute, "") : (attribute[..equals], TagValue.Unescape(attribute[(equals + 1)..]));
            wrong = key;
            if (value.Length == 0 || query.With(key, value, most) is not { } next) return null;
            query = next;
        }
        wrong = "";
        return query;
    }

    public static string SenderOf(string nick) => Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(Names.NameRules.Fold(nick)));

    public static ImmutableArray<string> SendersOf(EventSource source)
    {
        var nick = SenderOf(Source.Parse(source.Prefix).Name);
        return source.Account is null || SenderOf(source.Account) is var account && account == nick ? [nick] : [nick, SenderOf(source.Account)];
    }

    public bool Matches(Event happened)
    {
        if (happened.Kind is not (EventKind.Privmsg or EventKind.Notice)) return false;
        if (happened.Time < After || happened.Time > Before) return false;
        if (From is { } from && !SendersOf(happened.Source).Contains(SenderOf(from))) return false;
        if (Terms.IsEmpty) return true;
        var words = SearchWords.Of(happened.Parameters[1]);
        return Terms.All(term => SearchWords.Hold(words, term));
    }

    private SearchQuery? With(string key, string value, int most) => key switch
    {
        "in" => this with { In = value },
        "from" => this with { From = value },
        "teahouse.chat/reply-to" => this with { ReplyTo = value },
        "after" => ServerTime.TryParse(value, out long after) ? this with { After = after } : null,
        "before" => ServerTime.TryParse(value, out long before) ? this with { Before = before } : null,
        "text" => TermsOf(value) is { IsEmpty: false, Length: <= MostTerms } terms ? this with { Terms = terms } : null,
        "limit" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? this with { Limit = Math.Min(limit, most) } : null,
        _ => null,
    };

    private static ImmutableArray<ImmutableArray<string>> TermsOf(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => SearchWords.Of(part).ToImmutableArray()).Where(term => !term.IsEmpty)];
}
