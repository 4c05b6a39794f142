using System.Collections.Frozen;

namespace Teahouse.Web.Messages;

public enum CodeKind
{
    Plain,
    Keyword,
    Quoted,
    Comment,
    Number,
    /// <summary>An option of a command: --name.</summary>
    Option,
    /// <summary>The prompt of a shell at the beginning of a line.</summary>
    Prompt,
}

public readonly record struct CodeToken(string Text, CodeKind Kind);

/// <summary>
/// Colours code a little, whatever its language: formatting on IRC does not say which it is. Together the tokens are the code, unchanged.
/// </summary>
public static class CodeTokens
{
    // Beyond it somebody pastes data, which nobody reads by colour.
    private const int LongestCode = 20_000;

    private static readonly FrozenSet<string> Keywords =
        ("abstract and as async await base bool break byte case catch char class const continue def default delete do double else elif end enum "
        + "except export extends false final finally float fn for foreach from func function go if impl implements import in int interface "
        + "internal is lambda let long match mod mut namespace new nil none not null object or out override package pass private protected pub "
        + "public raise readonly record ref return sealed self short static string struct super switch then this throw trait true try type "
        + "typeof use using val var virtual void where while with yield None True False "
        + "SELECT FROM WHERE INSERT INTO VALUES UPDATE SET DELETE CREATE TABLE INDEX JOIN LEFT ON GROUP BY ORDER LIMIT AND OR NOT NULL")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<CodeToken> Of(string code)
    {
        if (code.Length > LongestCode) return [new(code, CodeKind.Plain)];
        var tokens = new List<CodeToken>();
        var plain = 0;
        for (var at = 0; at < code.Length;)
        {
            var (length, kind) = Next(code, at);
            if (kind != CodeKind.Plain)
            {
                Flush(at);
                tokens.Add(new(code.Substring(at, length), kind));
                plain = at + length;
            }
            at += length;
        }
        Flush(code.Length);
        return tokens;

        void Flush(int to)
        {
            if (to > plain) tokens.Add(new(code[plain..to], CodeKind.Plain));
        }
    }

    private static (int Length, CodeKind Kind) Next(string code, int at)
    {
        var rest = code.AsSpan(at);
        var begins = at == 0 || code[at - 1] == '\n';
        var afterSpace = begins || char.IsWhiteSpace(code[at - 1]);
        if (begins && rest.Length > 1 && rest[0] is '$' or '>' && rest[1] == ' ') return (1, CodeKind.Prompt);
        if (rest.StartsWith("/*")) return (rest.IndexOf("*/") is > 0 and var end ? end + 2 : rest.Length, CodeKind.Comment);
        if (afterSpace && (rest.StartsWith("//") || rest.StartsWith("# ") || rest.StartsWith("-- "))) return (LineLength(rest), CodeKind.Comment);
        if (rest[0] is '"' or '\'' && Quoted(rest) is > 0 and var quoted) return (quoted, CodeKind.Quoted);
        if (afterSpace && rest[0] == '-' && Option(rest) is > 0 and var option) return (option, CodeKind.Option);
        return IsWord(rest[0]) ? Word(rest) : (1, CodeKind.Plain);
    }

    private static (int Length, CodeKind Kind) Word(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (IsWord(rest[length]) || (rest[length] == '.' && char.IsAsciiDigit(rest[0]) && length + 1 < rest.Length && char.IsAsciiDigit(rest[length + 1]))))
            length++;
        var kind = char.IsAsciiDigit(rest[0]) ? CodeKind.Number : Keywords.Contains(rest[..length].ToString()) ? CodeKind.Keyword : CodeKind.Plain;
        return (length, kind);
    }

    private static int Quoted(ReadOnlySpan<char> rest)
    {
        for (var i = 1; i < rest.Length && rest[i] != '\n'; i++)
        {
            if (rest[i] == '\\') i++;
            else if (rest[i] == rest[0]) return i + 1;
        }
        return 0;
    }

    private static int Option(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '-')) length++;
        return length > 1 && char.IsAsciiLetter(rest[length > 2 && rest[1] == '-' ? 2 : 1]) ? length : 0;
    }

    private static int LineLength(ReadOnlySpan<char> rest) => rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length;

    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c);
}
