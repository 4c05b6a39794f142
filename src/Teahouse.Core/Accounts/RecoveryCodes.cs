using System.Security.Cryptography;
using System.Text;

namespace Teahouse.Core.Accounts;

/// <summary>Codes that a person writes down: letters in fours, five random bits each, without letters that are misread.</summary>
internal static class RecoveryCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Usual = 24;

    public static string Make(RandomNumberGenerator random, int letters = Usual)
    {
        Span<byte> bytes = stackalloc byte[letters];
        random.GetBytes(bytes);
        var code = new StringBuilder();
        for (var i = 0; i < letters; i++)
        {
            if (i > 0 && i % 4 == 0) code.Append('-');
            code.Append(Alphabet[bytes[i] & 31]);
        }
        return code.ToString();
    }

    /// <summary>The code as it was made, however it was typed: small letters, O for 0, I or L for 1, other gaps.</summary>
    public static string Canonical(string typed)
    {
        var code = new StringBuilder();
        foreach (var letter in typed.ToUpperInvariant())
        {
            if (letter is '-' or ' ') continue;
            code.Append(letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter });
        }
        return code.ToString();
    }
}
