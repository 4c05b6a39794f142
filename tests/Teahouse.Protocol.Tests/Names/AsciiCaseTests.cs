using CsCheck;

namespace Teahouse.Protocol.Tests.Names;

public sealed class AsciiCaseTests
{
    private static readonly Gen<string> Texts = Gen.OneOf<string>("a", "A", "z", "Z", "@", "[", "`", "{", "é", "É", "茶", "\u017F", "\u212A").Array[0, 6].Select(string.Concat);

    [Fact]
    public void Texts_are_equal_exactly_when_their_folded_forms_are() => Gen.Select(Texts, Texts).Sample((one, other) =>
    {
        var same = AsciiCase.Fold(one) == AsciiCase.Fold(other);
        Assert.Equal(same, AsciiCase.Equals(one, other));
        Assert.Equal(same, AsciiCase.Comparer.Equals(one, other));
        Assert.False(same && AsciiCase.GetHashCode(one) != AsciiCase.GetHashCode(other));
    });

    [Fact]
    public void Only_ASCII_letters_fold()
    {
        Assert.Equal("abcz[]É\u212A", AsciiCase.Fold("ABcZ[]É\u212A"));
        var folded = "abc";
        Assert.Same(folded, AsciiCase.Fold(folded));
    }

    [Fact]
    public void A_dictionary_is_searched_by_span_without_a_string()
    {
        var byName = new Dictionary<string, int>(AsciiCase.Comparer) { ["#Tea"] = 1 };
        Assert.Equal(1, byName["#TEA"]);
        Assert.True(byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue("x#tEa".AsSpan(1), out var value));
        Assert.Equal(1, value);
        Assert.Equal(AsciiCase.GetHashCode(new string('A', 300)), AsciiCase.GetHashCode(new string('a', 300)));
    }
}
