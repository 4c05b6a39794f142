using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Core.Log;

namespace Teahouse.Core.Identity;

/// <summary>
/// A msgid is its entry's place, encrypted: one AES block of (conversation, epoch, sequence) as 22 letters of base64url.
/// It is unguessable and needs no index. 24 bits of the block are zero before encryption, so an id that was not made
/// here is refused, but for one in 16 million, which then names some entry like any other id.
/// Any thread may use it; disposing waits for nobody, so do it last.
/// </summary>
public sealed class MsgIds : IDisposable
{
    /// <summary>The key's name in the secret store.</summary>
    public const string SecretName = "msgid-key";

    /// <summary>Letters of every id.</summary>
    public const int TextLength = 22;

    /// <summary>The highest conversation id and sequence (40 bits each) and epoch (24 bits) that fit.</summary>
    public const long LargestNumber = (1L << 40) - 1;
    public const int LargestEpoch = (1 << 24) - 1;

    private const int KeyBytes = 32;
    private const int BlockBytes = 16;
    private const int BlocksTogether = 16;

    private readonly Aes _aes;
    private readonly ThreadLocal<Block> _block;

    /// <param name="key">32 bytes.</param>
    public MsgIds(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyBytes);
        _aes = Aes.Create();
        _aes.Key = key.ToArray();
        _aes.Mode = CipherMode.ECB;
        _aes.Padding = PaddingMode.None;
        // Not tracked: threads come and go, and what one leaves behind is finalized.
        _block = new(() => new Block(_aes));
    }

    /// <summary>With the store's key, made there at first.</summary>
    public static async ValueTask<MsgIds> LoadAsync(ISecretStore secrets, RandomNumberGenerator random, CancellationToken cancel = default) =>
        new(await secrets.GetOrAddAsync(SecretName, () => RandomBytes.Make(random, KeyBytes), cancel));

    /// <summary>The id of the entry; allocates nothing but the string.</summary>
    public string Encode(ConversationId conversation, int epoch, long sequence)
    {
        Span<char> text = stackalloc char[TextLength];
        Encode(conversation, epoch, sequence, text);
        return new string(text);
    }

    /// <summary>The ids of entries that follow each other: in one go they cost half.</summary>
    public string[] Encode(ConversationId conversation, int epoch, long first, int count)
    {
        Check(conversation, epoch, first + count - 1);
        var ids = new string[count];
        var block = _block.Value!;
        Span<char> text = stackalloc char[TextLength];
        for (var done = 0; done < count;)
        {
            var together = Math.Min(count - done, BlocksTogether);
            for (var i = 0; i < together; i++) BinaryPrimitives.WriteUInt128BigEndian(block.In.AsSpan(i * BlockBytes), Plain(conversation, epoch, first + done + i));
            block.Encryptor.TransformBlock(block.In, 0, together * BlockBytes, block.Out, 0);
            for (var i = 0; i < together; i++)
            {
                Base64Url.EncodeToChars(block.Out.AsSpan(i * BlockBytes, BlockBytes), text);
                ids[done + i] = new string(text);
            }
            done += together;
        }
        return ids;
    }

    /// <summary>Writes the <see cref="TextLength"/> letters of the id.</summary>
    public void Encode(ConversationId conversation, int epoch, long sequence, Span<char> text)
    {
        Check(conversation, epoch, sequence);
        var block = _block.Value!;
        BinaryPrimitives.WriteUInt128BigEndian(block.In, Plain(conversation, epoch, sequence));
        block.Encryptor.TransformBlock(block.In, 0, BlockBytes, block.Out, 0);
        Base64Url.EncodeToChars(block.Out.AsSpan(0, BlockBytes), text);
    }

    /// <summary>The place that an id names; false for anything that is no id of this server.</summary>
    public bool TryDecode(ReadOnlySpan<char> text, out ConversationId conversation, out int epoch, out long sequence)
    {
        (conversation, epoch, sequence) = (default, 0, 0);
        if (text.Length != TextLength || !Base64Url.IsValid(text, out var length) || length != BlockBytes) return false;
        var block = _block.Value!;
        Base64Url.DecodeFromChars(text, block.In.AsSpan(0, BlockBytes));
        block.Decryptor.TransformBlock(block.In, 0, BlockBytes, block.Out, 0);
        var plain = BinaryPrimitives.ReadUInt128BigEndian(block.Out);
        if (plain >> 104 != 0) return false;
        conversation = new((long)(ulong)(plain >> 64));
        epoch = (int)(uint)(plain >> 40) & LargestEpoch;
        sequence = (long)(ulong)plain & LargestNumber;
        return true;
    }

    public void Dispose()
    {
        _block.Dispose();
        _aes.Dispose();
    }

    private static void Check(ConversationId conversation, int epoch, long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)conversation.Value, (ulong)LargestNumber, nameof(conversation));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)sequence, (ulong)LargestNumber, nameof(sequence));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)epoch, (uint)LargestEpoch, nameof(epoch));
    }

    private static UInt128 Plain(ConversationId conversation, int epoch, long sequence) =>
        ((UInt128)(ulong)conversation.Value << 64) | ((UInt128)(uint)epoch << 40) | (ulong)sequence;

    private sealed class Block(Aes aes)
    {
        public readonly byte[] In = new byte[BlockBytes * BlocksTogether];
        public readonly byte[] Out = new byte[BlockBytes * BlocksTogether];
        public readonly ICryptoTransform Encryptor = aes.CreateEncryptor();
        public readonly ICryptoTransform Decryptor = aes.CreateDecryptor();
    }
}
