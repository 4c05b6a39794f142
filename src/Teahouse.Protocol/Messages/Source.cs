namespace Teahouse.Protocol;

/// <summary>
/// Who a message is from: a server's name, or <c>nick!user@host</c>
/// (https://modern.ircdocs.horse/#source). User and host are null where they are not given.
/// </summary>
/// <exception cref="ArgumentException">A part holds a character that would end it early, or the name is empty.</exception>
public sealed record Source(string Name, string? User = null, string? Host = null)
{
    /// <summary>A nick or a server's name: not empty, without <c>!</c> and <c>@</c>.</summary>
    public string Name { get; init => field = RequireName(value); } = RequireName(Name);

    /// <summary>Without <c>@</c>.</summary>
    public string? User { get; init => field = RequireUser(value); } = RequireUser(User);

    public string? Host { get; init => field = RequireHost(value); } = RequireHost(Host);

    /// <summary>Splits <c>nick!user@host</c>; any part but the name may be missing.</summary>
    /// <exception cref="FormatException">There is no name, or the text holds a space, NUL, CR or LF.</exception>
    public static Source Parse(string text) =>
        TryParse(text, out var source) ? source : throw new FormatException("Not a message source.");

    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Source? source)
    {
        source = null;
        if (text is null || !WireText.IsWord(text)) return false;
        var end = text.AsSpan().IndexOfAny('!', '@');
        if (end < 0) end = text.Length;
        if (end == 0) return false;
        source = Split(text, end);
        return true;
    }

    public override string ToString() => (User, Host) switch
    {
        (null, null) => Name,
        (null, _) => $"{Name}@{Host}",
        (_, null) => $"{Name}!{User}",
        _ => $"{Name}!{User}@{Host}",
    };

    private static Source Split(string text, int nameEnd)
    {
        if (nameEnd == text.Length) return new Source(text);
        var name = text[..nameEnd];
        if (text[nameEnd] == '@') return new Source(name, null, text[(nameEnd + 1)..]);
        var at = text.IndexOf('@', nameEnd);
        return at < 0
            ? new Source(name, text[(nameEnd + 1)..])
            : new Source(name, text[(nameEnd + 1)..at], text[(at + 1)..]);
    }

    private static string RequireName(string name) =>
        name.Length > 0 && WireText.IsWord(name) && name.AsSpan().IndexOfAny('!', '@') < 0
            ? name
            : throw new ArgumentException("A source's name is not empty and holds no space, !, @, NUL, CR or LF.");

    private static string? RequireUser(string? user) =>
        user is null || (WireText.IsWord(user) && !user.Contains('@'))
            ? user
            : throw new ArgumentException("A source's user holds no space, @, NUL, CR or LF.");

    private static string? RequireHost(string? host) =>
        host is null || WireText.IsWord(host)
            ? host
            : throw new ArgumentException("A source's host holds no space, NUL, CR or LF.");
}
