using CsCheck;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;

namespace Teahouse.Core.Tests.Identity;

public sealed class MsgIdsTests : IDisposable
{
    private static readonly Gen<(long Conversation, int Epoch, long Sequence)> Places = Gen.Select(
        Gen.Long[0, MsgIds.LargestNumber], Gen.Int[0, MsgIds.LargestEpoch], Gen.Long[0, MsgIds.LargestNumber]);

    private readonly MsgIds _ids = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    public void Dispose() => _ids.Dispose();

    [Fact]
    public void An_id_leads_back_to_its_place() => Places.Sample(place =>
    {
        var text = _ids.Encode(new(place.Conversation), place.Epoch, place.Sequence);
        Assert.Equal(MsgIds.TextLength, text.Length);
        Assert.True(_ids.TryDecode(text, out var conversation, out var epoch, out var sequence));
        Assert.Equal(place, (conversation.Value, epoch, sequence));
    });

    [Fact]
    public void Ids_made_together_are_those_made_one_by_one() => Gen.Select(Places, Gen.Int[1, 40]).Sample((place, count) =>
    {
        var first = Math.Min(place.Sequence, MsgIds.LargestNumber - count + 1);
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => _ids.Encode(new(place.Conversation), place.Epoch, first + i)),
            _ids.Encode(new(place.Conversation), place.Epoch, first, count));
    });

    [Fact]
    public void An_id_with_one_letter_changed_is_refused() => Gen.Select(Places, Gen.Int[0, MsgIds.TextLength - 1], Gen.Char.AlphaNumeric)
        .Sample((place, at, letter) =>
        {
            var text = _ids.Encode(new(place.Conversation), place.Epoch, place.Sequence).ToCharArray();
            if (text[at] == letter) return;
            text[at] = letter;
            Assert.False(_ids.TryDecode(text, out _, out _, out _));
        });

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAA AAAAAAAAAAA")]
    [InlineData("茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶")]
    [InlineData("timestamp=2026-01-01T0")]
    public void What_is_no_id_of_ours_is_refused(string text) => Assert.False(_ids.TryDecode(text, out _, out _, out _));

    [Fact]
    public void An_id_of_another_server_is_refused()
    {
        using var other = new MsgIds(new byte[32]);
        Assert.False(_ids.TryDecode(other.Encode(new(1), 1, 1), out _, out _, out _));
    }

    [Fact]
    public void Ids_stay_the_same_from_version_to_version() => Assert.Equal("amQ_CZ_NtdbtyRXjqeVihQ", _ids.Encode(new(7), 1, 42));

    [Fact]
    public void Places_that_do_not_fit_are_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _ids.Encode(new(MsgIds.LargestNumber + 1), 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ids.Encode(new(1), MsgIds.LargestEpoch + 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ids.Encode(new(1), 1, -1));
    }

    [Fact]
    public async Task Many_threads_make_the_ids_that_one_makes()
    {
        var expected = Enumerable.Range(1, 2000).Select(i => _ids.Encode(new(i), 1, i)).ToArray();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => Enumerable.Range(1, 2000).Select(i => _ids.Encode(new ConversationId(i), 1, i)).ToArray())));
        foreach (var each in made) Assert.Equal(expected, each);
    }

    [Fact]
    public void Writing_an_id_allocates_nothing()
    {
        Span<char> text = stackalloc char[MsgIds.TextLength];
        _ids.Encode(new(1), 1, 1, text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) _ids.Encode(new(1), 1, i, text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
