namespace Teahouse.Protocol;

/// <summary>A message's id: opaque, compared exactly (https://ircv3.net/specs/extensions/message-ids).</summary>
public readonly record struct MsgId(string Value)
{
    /// <summary>True for what can be an id: not empty, no leading colon, no space, NUL, CR or LF.</summary>
    public static bool TryParse(string? text, out MsgId id)
    {
        var valid = text is not null && WireText.IsMiddle(text);
        id = valid ? new MsgId(text!) : default;
        return valid;
    }

    public override string ToString() => Value ?? "";
}
