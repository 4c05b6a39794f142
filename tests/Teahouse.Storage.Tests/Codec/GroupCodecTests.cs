using Teahouse.Core.Log;
using Teahouse.Storage.Codec;

namespace Teahouse.Storage.Tests.Codec;

public sealed class GroupCodecTests
{
    [Fact]
    public void An_append_without_a_state_is_not_one_with_an_empty_state()
    {
        var encoder = new GroupEncoder();
        encoder.Begin();
        encoder.Add(new Append(new ConversationId(7), 1, 0, []), epoch: 1);
        encoder.Add(new Append(new ConversationId(8), 1, 0, [], ReadOnlyMemory<byte>.Empty), epoch: 1);
        encoder.Add(new Append(new ConversationId(9), 1, 0, [], "state"u8.ToArray()), epoch: 1);

        var parts = GroupDecoder.Decode(encoder.End().ToArray());

        Assert.Null(parts[0].State);
        Assert.Equal(0, parts[1].State?.Length);
        Assert.Equal("state"u8.ToArray(), parts[2].State?.ToArray());
    }
}
