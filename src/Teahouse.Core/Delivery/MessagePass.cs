using System.Buffers;
using Teahouse.Core.Events;
using Teahouse.Core.Users;

namespace Teahouse.Core.Delivery;

/// <summary>
/// Messages of one turn that are told to the same receivers in the same order: who has nothing to do with any of them gets them as one
/// piece, made once for all with the same capabilities. Used only from its <see cref="Audience"/>.
/// </summary>
internal sealed class MessagePass
{
    /// <summary>Bytes of text, about, that one piece holds.</summary>
    private const int MostText = 16 * 1024;

    /// <summary>Those that make a difference to how messages look.</summary>
    private const CapabilitySet Looks = CapabilitySet.Shape | CapabilitySet.Batch;

    private readonly List<Told> _told = [];
    private readonly List<Piece> _pieces = [];
    private int _text;

    public bool IsEmpty => _told.Count == 0;

    public IReadOnlyList<Told> Messages => _told;

    /// <summary>What is told in it is numbered; else nothing of it is.</summary>
    public bool IsNumbered { get; private set; }

    /// <returns>False if it has to be told first what is in here.</returns>
    public bool TryAdd(RenderedMessage message, UserId by, Origin? origin)
    {
        var numbered = message.Event.Place.IsNumbered;
        if (!IsEmpty && (numbered != IsNumbered || _text >= MostText)) return false;
        IsNumbered = numbered;
        foreach (var parameter in message.Event.Parameters) _text += parameter.Length;
        _told.Add(new Told(message, by, origin));
        return true;
    }

    /// <summary>The receiver sent one of them, or is an account's session whose other session did.</summary>
    public bool Concerns(Subscriber to)
    {
        foreach (var told in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_told))
            if (told.By == to.User || (told.Origin is { } origin && origin.Session == to.Session)) return true;
        return false;
    }

    /// <summary>All of them as one who did not send any of them is told.</summary>
    /// <param name="append">Appends what one of them is to somebody with these capabilities.</param>
    public byte[] For(CapabilitySet capabilities, Action<ArrayBufferWriter<byte>, RenderedMessage, CapabilitySet> append)
    {
        capabilities &= Looks;
        foreach (var piece in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces))
            if (piece.Capabilities == capabilities) return piece.Bytes;
        var buffer = EventWriter.Scratch();
        foreach (var told in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_told)) append(buffer, told.Message, capabilities);
        var bytes = buffer.WrittenSpan.ToArray();
        _pieces.Add(new Piece(capabilities, bytes));
        return bytes;
    }

    public void Clear()
    {
        _told.Clear();
        _pieces.Clear();
        _text = 0;
    }

    internal readonly record struct Told(RenderedMessage Message, UserId By, Origin? Origin);

    private readonly record struct Piece(CapabilitySet Capabilities, byte[] Bytes);
}
