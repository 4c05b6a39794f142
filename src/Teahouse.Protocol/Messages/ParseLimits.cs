namespace Teahouse.Protocol;

/// <summary>How long the parts of a line may be (https://ircv3.net/specs/extensions/message-tags#size-limit).</summary>
/// <param name="Tags">Bytes of the tags, the leading <c>@</c> and one following space included.</param>
/// <param name="Line">Bytes of all that follows the tags, CR LF included.</param>
/// <param name="MaxParameters">How many parameters a message may have.</param>
public readonly record struct ParseLimits(int Tags, int Line, int MaxParameters)
{
    /// <summary>What a server takes from a client: 4094 bytes of tag data, a line of 512 bytes.</summary>
    public static ParseLimits Server => new(4096, 512, 255);

    /// <summary>What a client takes from a server: 8191 bytes of tags, and more than any server sends after them.</summary>
    public static ParseLimits Client => new(8191, 16384, 8192);

    /// <summary>The longest line that can be within these limits, CR LF included: the limit for <see cref="LineReader"/>.</summary>
    public int Total => Tags + Line;
}
