using System.Text;

namespace Teahouse.Protocol;

/// <summary>Commands from bytes: checked, upper-cased, and shared strings for all that are common.</summary>
internal static class CommandTable
{
    private static readonly WordTable Known = new(
        "ACCEPT", "ACCOUNT", "ACK", "ADMIN", "AUTHENTICATE", "AWAY", "BATCH", "CAP", "CHATHISTORY", "CHGHOST", "DIE", "ERROR", "FAIL",
        "HELP", "INFO", "INVITE", "ISON", "ISUPPORT", "JOIN", "KICK", "KILL", "LINKS", "LIST", "LUSERS", "MARKREAD", "METADATA", "MODE",
        "MONITOR", "MOTD", "NAMES", "NICK", "NOTE", "NOTICE", "OPER", "PART", "PASS", "PING", "PONG", "PRIVMSG", "QUIT", "REDACT",
        "REGISTER", "REHASH", "RENAME", "RESTART", "SETNAME", "STATS", "TAGMSG", "TIME", "TOPIC", "USER", "USERHOST", "VERIFY", "VERSION",
        "WALLOPS", "WARN", "WEBIRC", "WHO", "WHOIS", "WHOWAS");

    // Filled as numerics are met; two threads may make the same string, which does no harm.
    private static readonly string?[] Numerics = new string?[1000];

    public static bool IsCommand(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 3 && IsDigit(bytes[0]) && IsDigit(bytes[1]) && IsDigit(bytes[2])) return true;
        foreach (var b in bytes)
            if ((uint)((b | 0x20) - 'a') > 25) return false;
        return !bytes.IsEmpty;
    }

    /// <param name="bytes">A command that <see cref="IsCommand"/> accepts.</param>
    public static string ToText(ReadOnlySpan<byte> bytes)
    {
        if (IsDigit(bytes[0])) return Numeric(((bytes[0] - '0') * 100) + ((bytes[1] - '0') * 10) + (bytes[2] - '0'));
        if (bytes.Length > 16) return Encoding.ASCII.GetString(bytes).ToUpperInvariant();
        Span<byte> upper = stackalloc byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++) upper[i] = (byte)(bytes[i] & 0xDF);
        return Known.Find(upper) ?? Encoding.ASCII.GetString(upper);
    }

    /// <param name="code">0 to 999.</param>
    public static string Numeric(int code) =>
        Numerics[code] ??= code.ToString("D3", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;
}
