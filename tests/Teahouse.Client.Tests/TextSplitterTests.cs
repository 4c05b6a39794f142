using System.Globalization;
using System.Text;
using CsCheck;

namespace Teahouse.Client.Tests;

public sealed class TextSplitterTests
{
    [Fact]
    public void Every_piece_fits_and_nothing_is_lost()
    {
        string[] letters = ["a", "word ", " ", "é", "e\u0301", "茶", "👨‍👩‍👧‍👦", "🇨🇳", "한", "\n"];
        Gen.Select(Gen.Int[0, letters.Length - 1].Select(i => letters[i]).Array[0, 300].Select(string.Concat), Gen.Int[64, 200]).Sample((text, max) =>
        {
            foreach (var line in text.Split('\n'))
            {
                var pieces = TextSplitter.Pieces(line, max).ToArray();
                Assert.All(pieces, p => Assert.InRange(Encoding.UTF8.GetByteCount(p), 0, max));
                Assert.Equal(line, string.Concat(pieces));
                // No grapheme is cut: there are as many in the pieces as in the line.
                Assert.Equal(Graphemes(line), pieces.Sum(Graphemes));
            }
        });
    }

    [Fact]
    public void Words_stay_whole_where_they_can() =>
        Assert.Equal(["one two three ", "four"], TextSplitter.Pieces("one two three four", 16));

    [Fact]
    public void Chinese_is_cut_between_characters() =>
        Assert.Equal(["茶茶茶茶茶", "茶茶"], TextSplitter.Pieces("茶茶茶茶茶茶茶", 16));

    [Fact]
    public void A_grapheme_longer_than_a_line_is_cut_all_the_same()
    {
        var zalgo = "e" + string.Concat(Enumerable.Repeat("\u0301", 50));
        var pieces = TextSplitter.Pieces(zalgo, 64).ToArray();
        Assert.Equal(zalgo, string.Concat(pieces));
        Assert.Equal(2, pieces.Length);
    }

    [Fact]
    public void What_cannot_travel_is_left_out() =>
        Assert.Equal("a\uFFFDb\n\n  \nc", TextSplitter.Clean("\r\n \na\uD800b\0\r\n\r\n  \nc\n\t"));

    [Fact]
    public void Of_a_text_without_anything_nothing_is_left() => Assert.Equal("", TextSplitter.Clean(" \r\n\0\n"));

    private static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;
}
