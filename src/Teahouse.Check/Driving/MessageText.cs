using System.Globalization;
using System.Text;

namespace Teahouse.Check.Driving;

/// <summary>
/// What messages say: who wrote them where, and after it words that follow from their number, so that any change shows.
/// </summary>
/// <param name="Number">The message's, in its run.</param>
internal readonly record struct MessageText(int Number, int Writer, int Conversation)
{
    private const int Short = 40;
    private const int Long = 280;

    private static readonly string[] Words = ["茶", "tea", ":)", "你好", "wörld", "🍵", "-", "lao she", "老舍", "PRIVMSG", "@x=y", "1899"];

    /// <param name="mark">Of the run.</param>
    public string Format(string mark)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{mark}.{Number}.{Writer}.{Conversation}.");
        // As many bytes as the number says: mostly short, one in ten long.
        var bytes = Number % 10 == 9 ? Long : Number % Short;
        for (var i = Number; bytes > 0; i++)
        {
            var word = Words[i % Words.Length];
            text.Append(' ').Append(word);
            bytes -= 1 + Encoding.UTF8.GetByteCount(word);
        }
        return text.ToString();
    }

    /// <summary>False if it is not the text of a message of this run, whole and unchanged or not.</summary>
    /// <param name="isIntact">It is exactly what was sent.</param>
    public static bool TryParse(string text, string mark, out MessageText message, out bool isIntact)
    {
        (message, isIntact) = (default, false);
        var parts = text.Split('.', 5);
        if (parts.Length < 5 || parts[0] != mark) return false;
        if (!TryNumber(parts[1], out var number) || !TryNumber(parts[2], out var writer) || !TryNumber(parts[3], out var conversation)) return false;
        message = new(number, writer, conversation);
        isIntact = message.Format(mark) == text;
        return true;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
