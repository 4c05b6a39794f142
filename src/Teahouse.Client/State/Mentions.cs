using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Finds a name, or any other word, in running text.</summary>
public static class Mentions
{
    /// <summary>
    /// Whether the text names the nick. An ASCII letter or digit beside it makes it part of another word; Chinese, which writes no
    /// spaces, does not.
    /// </summary>
    public static bool Names(string text, string nick)
    {
        if (nick.Length == 0) return false;
        for (var i = 0; i + nick.Length <= text.Length; i++)
        {
            if (!AsciiCase.Equals(text.AsSpan(i, nick.Length), nick)) continue;
            if (!Joined(text, i - 1, i) && !Joined(text, i + nick.Length - 1, i + nick.Length)) return true;
        }
        return false;
    }

    private static bool Joined(string text, int left, int right) =>
        left >= 0 && right < text.Length && char.IsAsciiLetterOrDigit(text[left]) && char.IsAsciiLetterOrDigit(text[right]);
}
