namespace Teahouse.Protocol;

/// <summary>What <see cref="LineReader.TryRead"/> found.</summary>
public enum LineStatus : byte
{
    /// <summary>No whole line yet: read more, and give what is left again.</summary>
    NeedMore,

    /// <summary>One line was cut off the front.</summary>
    Line,

    /// <summary>A line is longer than the limit. It is dropped, and said once.</summary>
    TooLong,
}
