using System.Text;
using Teahouse.Server.Hosting;

namespace Teahouse.Server.CommandLine;

internal static class StandardInput
{
    /// <summary>Everything up to the end, without one newline there.</summary>
    /// <exception cref="StartupException">It is longer than <paramref name="longest"/> bytes, or not UTF-8.</exception>
    public static async Task<string> ReadPasswordAsync(Stream input, int longest, CancellationToken cancel)
    {
        var buffer = new byte[longest + 1];
        var length = await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        if (length > longest) throw new StartupException($"The password is longer than {longest} bytes.");
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer, 0, length);
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2]
                : text.EndsWith('\n') ? text[..^1]
                : text;
        }
        catch (DecoderFallbackException)
        {
            throw new StartupException("The password on standard input is not UTF-8.");
        }
    }
}
