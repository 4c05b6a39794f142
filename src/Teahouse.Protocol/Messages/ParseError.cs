namespace Teahouse.Protocol;

/// <summary>Why a line was refused.</summary>
public enum ParseError : byte
{
    None = 0,

    /// <summary>Nothing but spaces; to be ignored silently (https://modern.ircdocs.horse/#compatibility-with-incorrect-software).</summary>
    Empty,

    /// <summary>More tag data than allowed: 417 ERR_INPUTTOOLONG.</summary>
    TagsTooLong,

    /// <summary>More bytes after the tags than allowed: 417 ERR_INPUTTOOLONG.</summary>
    LineTooLong,

    /// <summary>Not UTF-8 (https://ircv3.net/specs/extensions/utf8-only).</summary>
    InvalidUtf8,

    ContainsNul,

    /// <summary>A CR or LF inside the line.</summary>
    ContainsLineBreak,

    /// <summary>A source without a name.</summary>
    BadSource,

    /// <summary>Tags or a source, and nothing after them.</summary>
    NoCommand,

    /// <summary>The command is neither ASCII letters nor three digits.</summary>
    BadCommand,

    TooManyParameters,
}
