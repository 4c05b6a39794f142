using System.Globalization;
using System.Text;
using CsCheck;
using Teahouse.Core.Hosting;
using Teahouse.Core.Names;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Names;

public sealed class NameRulesTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid),
        Gen.Int[0, 0x24FF],
        Gen.Int[0x300, 0x36F],
        Gen.Int[0x1100, 0x11FF]).Array[0, 12].Select(points => string.Concat(points.Select(point => new Rune(point).ToString())));

    [Theory]
    [InlineData("Ann", "ann")]
    [InlineData("陈晓", "陈晓")]
    [InlineData("ＡＤＭＩＮ", "admin")]
    [InlineData("Straße", "strasse")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ")]
    [InlineData("Σίσυφος", "σίσυφοσ")]
    [InlineData("İ", "i\u0307")]
    [InlineData("Cafe\u0301", "caf\u00e9")]
    [InlineData("ﬁn", "fin")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [InlineData("ﾊﾝｶｸ", "ハンカク")]
    [InlineData("a\u200db\ufe0f\u3164", "ab")]
    [InlineData("", "")]
    public void A_name_folds_to_its_key(string name, string key) => Assert.Equal(key, NameRules.Fold(name));

    [Fact]
    public void Half_a_character_folds_to_the_replacement_character() => Assert.Equal("\uFFFD", NameRules.Fold("\uD800"));

    [Fact]
    public void Folding_what_is_folded_changes_nothing() =>
        Texts.Sample(text => Assert.Equal(NameRules.Fold(text), NameRules.Fold(NameRules.Fold(text))));

    [Fact]
    public void Folding_every_single_character_ends_and_is_final()
    {
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            if (!Rune.IsValid(point)) continue;
            var folded = NameRules.Fold(new Rune(point).ToString());
            Assert.Equal(folded, NameRules.Fold(folded));
        }
    }

    [Fact]
    public void What_is_folded_already_costs_nothing()
    {
        foreach (var name in (string[])["ann", "a-b_1", "陈晓", ""]) Assert.Same(name, NameRules.Fold(name));
    }

    /// <summary>Lines of NormalizationTest.txt (Unicode 15): a text and its NFKC.</summary>
    [Theory]
    [InlineData("1E0A 0323", "1E0C 0307")]
    [InlineData("1100 AC00 11A8", "1100 AC01")]
    [InlineData("03D3", "038E")]
    [InlineData("FDFA", "0635 0644 0649 0020 0627 0644 0644 0647 0020 0639 0644 064A 0647 0020 0648 0633 0644 0645")]
    [InlineData("0061 0315 0300 05AE 0300 0062", "00E0 05AE 0300 0315 0062")]
    [InlineData("0344", "0308 0301")]
    [InlineData("0958", "0915 093C")]
    [InlineData("1D15E", "1D157 1D165")]
    [InlineData("2126", "03A9")]
    [InlineData("0B47 0300 0B3E", "0B47 0300 0B3E")]
    public void Normalization_is_unicodes(string text, string expected) => Assert.Equal(Points(expected), NameRules.Compatible(Points(text)));

    [Fact]
    public void Normalization_is_what_the_platforms_own_library_does()
    {
        Assert.SkipWhen(IsInvariant(), "There is no globalization library here to compare with.");
        for (var point = 0x80; point < 0x30000; point++)
        {
            if (!Rune.IsValid(point) || CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.OtherNotAssigned) continue;
            var text = new Rune(point).ToString();
            Assert.Equal(text.Normalize(NormalizationForm.FormKC), NameRules.Compatible(text));
        }
        Texts.Sample(text => Assert.Equal(text.Normalize(NormalizationForm.FormKC), NameRules.Compatible(text)));
    }

    [Theory]
    [InlineData("admin", "аdmin")]
    [InlineData("admin", "ADMlN")]
    [InlineData("admin", "adm1n")]
    [InlineData("root", "r00t")]
    [InlineData("root", "rооt")]
    [InlineData("alice", "aIice")]
    [InlineData("modern", "rnodern")]
    [InlineData("heo", "НЕО")]
    [InlineData("evan", "еvan")]
    [InlineData("scope", "ѕсоре")]
    [InlineData("カ", "力")]
    [InlineData("cafe\u0301", "cafе\u0301")]
    public void What_looks_alike_is_told(string one, string other) => Assert.True(LookAlike(one, other));

    [Theory]
    [InlineData("陈晓", "陈小")]
    [InlineData("ann", "anna")]
    [InlineData("van", "nan")]
    [InlineData("hi", "ni")]
    [InlineData("иван", "nван")]
    [InlineData("u1", "u2")]
    [InlineData("cafe", "café")]
    [InlineData("tea", "tee")]
    [InlineData("a-b", "a_b")]
    public void What_does_not_look_alike_is_left_alone(string one, string other) => Assert.False(LookAlike(one, other));

    [Fact]
    public void A_name_looks_like_itself_in_any_case() => Gen.String[Gen.Char.AlphaNumeric, 1, 12].Sample(name =>
        Assert.Equal(NameRules.LookAlike(NameRules.Fold(name)), NameRules.LookAlike(NameRules.Fold(name.ToUpperInvariant()))));

    [Theory]
    [InlineData("", NameRefusal.Empty)]
    [InlineData("a b", NameRefusal.Letters)]
    [InlineData("a\u0301\u0301\u0301\u0301", NameRefusal.Letters)]
    [InlineData("陈 晓!", NameRefusal.Letters)]
    [InlineData("陈晓", NameRefusal.None)]
    [InlineData("[Ann]|away", NameRefusal.None)]
    public void A_nick_is_judged_by_its_letters(string nick, NameRefusal refusal)
    {
        Assert.Equal(refusal == NameRefusal.None, NameRules.TryNick(nick, new ServerOptions(), out var why));
        Assert.Equal(refusal, why);
    }

    [Fact]
    public void A_nick_is_measured_in_code_points_and_in_bytes()
    {
        var options = new ServerOptions();
        Assert.True(NameRules.TryNick(new string('茶', 32), options, out _));
        Assert.False(NameRules.TryNick(new string('a', 33), options, out var why));
        Assert.Equal(NameRefusal.TooLong, why);
        Assert.False(NameRules.TryNick(string.Concat(Enumerable.Repeat("𠮷", 25)), options, out why));
        Assert.Equal(NameRefusal.TooLong, why);
    }

    [Fact]
    public void A_server_without_unicode_names_has_ascii_names_only()
    {
        var options = new ServerOptions { UnicodeNames = false };
        Assert.True(NameRules.TryNick("ann", options, out _));
        Assert.False(NameRules.TryNick("陈晓", options, out _));
    }

    [Theory]
    [InlineData("аdmin", true)]
    [InlineData("Ωmega", true)]
    [InlineData("Иван", false)]
    [InlineData("Ann陈晓", false)]
    [InlineData("Иван_2", false)]
    public void Alphabets_that_pass_for_each_other_do_not_mix(string name, bool mixed) => Assert.Equal(mixed, Alphabets.AreMixed(name));

    private static bool LookAlike(string one, string other)
    {
        var (a, b) = (NameRules.LookAlike(NameRules.Fold(one)), NameRules.LookAlike(NameRules.Fold(other)));
        return a.Small == b.Small || a.Capital == b.Capital;
    }

    private static string Points(string text) =>
        string.Concat(text.Split(' ').Select(each => new Rune(int.Parse(each, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    private static bool IsInvariant() => AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant
        || "é".Normalize(NormalizationForm.FormD).Length == 1;
}
