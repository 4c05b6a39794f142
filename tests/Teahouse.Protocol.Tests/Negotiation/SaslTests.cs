using System.Text;
using CsCheck;

namespace Teahouse.Protocol.Tests.Negotiation;

public sealed class SaslTests
{
    [Theory]
    [InlineData(0, "+")]
    [InlineData(1, "4")]
    [InlineData(299, "400 +")]
    [InlineData(300, "400 +")]
    [InlineData(301, "400 4")]
    [InlineData(600, "400 400 +")]
    public void A_full_chunk_has_another_after_it(int bytes, string expected)
    {
        var chunks = SaslChunks.Split(new byte[bytes]);
        Assert.Equal(expected, string.Join(' ', chunks.Select(c => c == "+" ? c : $"{c.Length}")));
    }

    [Fact]
    public void Any_message_arrives_whole_one_after_another()
    {
        var assembler = new SaslAssembler();
        for (var length = 0; length < 2000; length += 37) Carry(assembler, length);
        for (var length = 297; length < 304; length++) Carry(assembler, length);
        Carry(assembler, SaslAssembler.DefaultMaxBytes);
    }

    [Fact]
    public void A_message_above_the_bound_is_too_long_and_the_next_starts_anew()
    {
        var assembler = new SaslAssembler(maxBytes: 1000);
        Carry(assembler, 1000);
        var statuses = SaslChunks.Split(new byte[1400]).Select(c => assembler.Add(c, out _)).ToList();
        Assert.Equal(SaslStatus.TooLong, statuses[3]);
        assembler = new SaslAssembler(maxBytes: 1000);
        Assert.Equal(SaslStatus.TooLong, SaslChunks.Split(new byte[1001]).Select(c => assembler.Add(c, out _)).ToList()[^1]);
        Assert.Equal(SaslStatus.TooLong, assembler.Add(new string('A', 401), out _));
        Carry(assembler, 10);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("a")]
    [InlineData("a=bc")]
    [InlineData("ab-_")]
    [InlineData("茶茶茶茶")]
    public void What_is_not_base64_is_invalid(string parameter)
    {
        var assembler = new SaslAssembler();
        Assert.Equal(SaslStatus.Invalid, assembler.Add(parameter, out var payload));
        Assert.Empty(payload);
        Carry(assembler, 5);
    }

    [Fact]
    public void Plain_credentials_read_back_as_themselves()
    {
        Assert.True(SaslPlain.TryDecode(SaslPlain.Encode("", "陈晓", "密码 x"), out var credentials));
        Assert.Equal(("", "陈晓", "密码 x"), (credentials.AuthorizationId, credentials.AuthenticationId, credentials.Password));
        Assert.Equal("jilles\0jilles\0sesame", Encoding.UTF8.GetString(SaslPlain.Encode("jilles", "jilles", "sesame")));
    }

    [Fact]
    public void Credentials_never_show_their_password() =>
        Assert.DoesNotContain("secret", new SaslPlain("", "ann", "secret").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("\0ann")]
    [InlineData("\0ann\0")]
    [InlineData("\0\0secret")]
    [InlineData("\0ann\0sec\0ret")]
    public void Plain_without_its_three_parts_is_refused(string text) =>
        Assert.False(SaslPlain.TryDecode(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Plain_that_is_not_UTF8_is_refused() => Assert.False(SaslPlain.TryDecode([0, (byte)'a', 0, 0xFF], out _));

    [Theory]
    [InlineData("", "", "x")]
    [InlineData("", "ann", "")]
    [InlineData("", "a\0b", "x")]
    public void Credentials_that_cannot_be_carried_are_refused(string authorization, string account, string password) =>
        Assert.Throws<ArgumentException>(() => SaslPlain.Encode(authorization, account, password));

    [Fact]
    public void Whatever_bytes_come_Plain_answers() => Gen.Byte.Array[0, 20].Sample(bytes =>
    {
        if (SaslPlain.TryDecode(bytes, out var c))
            Assert.Equal(bytes, SaslPlain.Encode(c.AuthorizationId, c.AuthenticationId, c.Password));
    });

    private static void Carry(SaslAssembler assembler, int length)
    {
        var message = new byte[length];
        new Random(length).NextBytes(message);
        var chunks = SaslChunks.Split(message);
        foreach (var chunk in chunks.SkipLast(1)) Assert.Equal(SaslStatus.NeedMore, assembler.Add(chunk, out _));
        Assert.Equal(SaslStatus.Complete, assembler.Add(chunks[^1], out var payload));
        Assert.Equal(message, payload);
    }
}
