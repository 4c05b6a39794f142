using System.Text;

namespace Teahouse.Server.Configuration.Kinds;

/// <param name="what">Completes "must be ...", and says what <paramref name="allowed"/> checks.</param>
internal sealed class TextKind(string what, Func<string, bool> allowed, bool secret = false) : ValueKind<string>
{
    public static readonly TextKind Any = new("a text in quotes", _ => true);

    /// <summary>One line of at most <paramref name="bytes"/> bytes of UTF-8; it travels inside one IRC line.</summary>
    public static TextKind Line(int bytes) => new(
        $"a text of one line, at most {bytes} bytes",
        text => text.AsSpan().IndexOfAny("\r\n\0") < 0 && Encoding.UTF8.GetByteCount(text) <= bytes);

    public override string Expected => what;

    public override string Name => "text";

    public override bool Secret => secret;

    public override bool TryRead(RawValue raw, out string value)
    {
        value = raw switch
        {
            RawValue.Text text => text.Value,
            RawValue.Variable variable => variable.Value,
            _ => "",
        };
        return raw is RawValue.Text or RawValue.Variable && allowed(value);
    }

    public override string Write(string value) => Quote(value);

    internal static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\x7f' => quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
