using CsCheck;
using Teahouse.Check.Driving;

namespace Teahouse.Check.Tests.Driving;

public sealed class MessageTextTests
{
    private static readonly Gen<MessageText> Any = Gen.Select(Gen.Int[0, 2_000_000_000], Gen.Int[0, 999], Gen.Int[0, 1999], (number, writer, conversation) => new MessageText(number, writer, conversation));

    [Fact]
    public void A_text_reads_back_as_what_it_says() =>
        Any.Sample(text =>
        {
            Assert.True(MessageText.TryParse(text.Format("ab12"), "ab12", out var read, out var isIntact));
            Assert.Equal(text, read);
            Assert.True(isIntact);
        });

    [Fact]
    public void Any_change_of_a_text_shows() =>
        Gen.Select(Any, Gen.Int[0, 10_000], Gen.Char['0', 'z']).Sample((text, place, letter) =>
        {
            var original = text.Format("ab12");
            var changed = original.ToCharArray();
            changed[place % changed.Length] = letter;
            if (new string(changed) == original) return;
            var isRead = MessageText.TryParse(new(changed), "ab12", out var read, out var isIntact);
            // Another number could make another text that is whole, but never with the same words and beginning.
            Assert.True(!isRead || !isIntact || read != text);
        });

    [Fact]
    public void A_text_that_is_cut_short_shows() =>
        Gen.Select(Any, Gen.Int[1, 300]).Sample((text, less) =>
        {
            var original = text.Format("ab12");
            var cut = original[..^Math.Min(less, original.Length)];
            Assert.False(MessageText.TryParse(cut, "ab12", out _, out var isIntact) && isIntact);
        });

    [Fact]
    public void A_text_of_another_run_is_none_of_ours() =>
        Assert.False(MessageText.TryParse(new MessageText(1, 2, 3).Format("ab12"), "ab13", out _, out _));

    [Fact]
    public void A_text_fits_into_a_line_of_any_server() =>
        Any.Sample(text => Assert.True(System.Text.Encoding.UTF8.GetByteCount(text.Format("ab12")) < 350));
}
