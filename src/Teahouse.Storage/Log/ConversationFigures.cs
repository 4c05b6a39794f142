using System.Collections.Immutable;
using Teahouse.Core.Log;

namespace Teahouse.Storage.Log;

/// <summary>The numbers of a conversation's head.</summary>
internal readonly record struct ConversationFigures(long OwnerEpoch, int Epoch, long LastSequence, long LastTime, long Oldest)
{
    private readonly ImmutableArray<Era> _before;

    /// <summary>Eras before a restore, the oldest first.</summary>
    public ImmutableArray<Era> Before
    {
        get => _before.IsDefault ? [] : _before;
        init => _before = value;
    }
}
