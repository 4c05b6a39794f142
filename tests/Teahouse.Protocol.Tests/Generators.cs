using CsCheck;

namespace Teahouse.Protocol.Tests;

/// <summary>Random messages made of pieces that are likely to be mistaken for something else.</summary>
internal static class Generators
{
    private static readonly Gen<string> WordPiece = Gen.OneOf<string>(
        "a", "Z", "0", "-", "/", "+", "@", "!", ";", "=", "\\", "\\s", "\\:", ",", "#", "\t", "\u0001", "茶", "é", "😀", "\uFEFF", "\u2028");

    private static readonly Gen<string> LinePiece = Gen.OneOf<string>(WordPiece, Gen.OneOf<string>(" ", "  ", ":", " :"));
    private static readonly Gen<string> AnyPiece = Gen.OneOf<string>(LinePiece, Gen.OneOf<string>("\r", "\n", "\r\n"));
    private static readonly Gen<string> KeyPiece = Gen.OneOf<string>("a", "B", "7", "-", "/", "+", ".", "é", "time", "msgid", ":", "\\", "@");

    public static readonly Gen<string> Middle = Text(Gen.OneOf<string>(WordPiece, Gen.Const(":")), 0, 8).Select(t => t.StartsWith(':') || t.Length == 0 ? "x" + t : t);

    public static readonly Gen<string> Trailing = Text(LinePiece, 0, 20);

    public static readonly Gen<string> Command = Gen.OneOf<string>(
        Gen.OneOf<string>("PRIVMSG", "PING", "CHATHISTORY", "AUTHENTICATE", "A"),
        Gen.Char['A', 'Z'].Array[1, 20].Select(c => new string(c)),
        Gen.Int[0, 999].Select(n => n.ToString("D3", System.Globalization.CultureInfo.InvariantCulture)));

    public static readonly Gen<Source?> Source = Gen.Select(Gen.Int[0, 4], Middle, Text(WordPiece, 0, 4), Middle, (kind, name, user, host) =>
    {
        name = "n" + name.Replace("!", "", StringComparison.Ordinal).Replace("@", "", StringComparison.Ordinal);
        user = user.Replace("@", "", StringComparison.Ordinal);
        return kind switch
        {
            0 => null,
            1 => new Source(name),
            2 => new Source(name, user),
            3 => new Source(name, null, host),
            _ => new Source(name, user, host),
        };
    });

    public static readonly Gen<Tags> Tags = Gen.Select(Text(KeyPiece, 1, 4), Text(AnyPiece, 0, 6)).Array[0, 40]
        .Select(items => items.Aggregate(Protocol.Tags.Empty, (tags, item) => tags.With(item.Item1, item.Item2)));

    public static readonly Gen<Message> Message = Gen.Select(Tags, Source, Command, Middle.Array[0, 16], Trailing, Gen.Bool,
        (tags, source, command, middles, last, hasLast) =>
            new Message(tags, source, command, hasLast ? [.. middles, last] : middles));

    /// <summary>Bytes that often look like a line, and often are none.</summary>
    public static readonly Gen<byte[]> Bytes = Gen.OneOf<byte[]>(
        Gen.Byte.Array[0, 200],
        Gen.OneOf<byte>((byte)'@', (byte)':', (byte)' ', (byte)';', (byte)'=', (byte)'\\', (byte)'A', (byte)'7', 0, 10, 13, 0xC3, 0xA9, 0xFF).Array[0, 60]);

    private static Gen<string> Text(Gen<string> piece, int min, int max) => piece.Array[min, max].Select(string.Concat);
}
