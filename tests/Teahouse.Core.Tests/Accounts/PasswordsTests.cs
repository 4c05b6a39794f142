using System.Security.Cryptography;
using Teahouse.Core.Accounts;

namespace Teahouse.Core.Tests.Accounts;

public sealed class PasswordsTests
{
    /// <summary>The example of RFC 7677: user, pencil, and the proofs that both sides send.</summary>
    [Fact]
    public void The_example_of_rfc_7677_comes_out()
    {
        const string nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
        const string salt = "W22ZaJ0SNY7soEsUEjb6gQ==";
        const string said = $"n=user,r=rOprNGfwEbeRWgbNEkqO,r={nonce},s={salt},i=4096,c=biws,r={nonce}";
        var verifier = Passwords.Make("pencil", Convert.FromBase64String(salt), 4096);

        var signature = HMACSHA256.HashData(verifier.StoredKey.Span, System.Text.Encoding.ASCII.GetBytes(said));
        var proof = Convert.FromBase64String("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        var clientKey = proof.Zip(signature, (one, other) => (byte)(one ^ other)).ToArray();
        Assert.Equal(verifier.StoredKey.ToArray(), SHA256.HashData(clientKey));

        var answer = HMACSHA256.HashData(verifier.ServerKey.Span, System.Text.Encoding.ASCII.GetBytes(said));
        Assert.Equal("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", Convert.ToBase64String(answer));
    }

    [Fact]
    public void Only_the_password_itself_passes()
    {
        var verifier = Passwords.Make("pencil", new byte[16], 2);
        Assert.True(Passwords.Check("pencil", verifier));
        Assert.False(Passwords.Check("Pencil", verifier));
        Assert.False(Passwords.Check("", verifier));
    }

    [Fact]
    public void The_same_keys_on_another_system_are_the_same_password()
    {
        var verifier = Passwords.Make("cafe\u0301 ＡＢ", new byte[16], 2);
        Assert.True(Passwords.Check("caf\u00e9 AB", verifier));
    }

    [Fact]
    public void Every_verifier_has_a_salt_of_its_own()
    {
        using var random = RandomNumberGenerator.Create();
        var (one, other) = (Passwords.Make("pencil", 2, random), Passwords.Make("pencil", 2, random));
        Assert.Equal(16, one.Salt.Length);
        Assert.NotEqual(one.Salt.ToArray(), other.Salt.ToArray());
        Assert.NotEqual(one.StoredKey.ToArray(), other.StoredKey.ToArray());
    }

    [Fact]
    public void A_device_credential_is_kept_as_the_hash_of_its_bits()
    {
        Assert.True(DeviceCredentials.TryHash("thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", out var hash));
        Assert.Equal("66687AADF862BD776C8FC18B8E9F8E20089714856EE233B3902A591D0D5F2925", Convert.ToHexString(hash));
    }

    [Fact]
    public void A_made_credential_has_the_form_and_is_never_the_same()
    {
        using var random = RandomNumberGenerator.Create();
        var (one, other) = (DeviceCredentials.Make(random), DeviceCredentials.Make(random));
        Assert.True(DeviceCredentials.TryHash(one, out var hash));
        Assert.True(DeviceCredentials.TryHash(other, out var otherHash));
        Assert.NotEqual(hash, otherHash);
    }

    [Theory]
    [InlineData("thd1_")]
    [InlineData("thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    [InlineData("thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA =")]
    [InlineData("THD1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_credential_has_no_hash(string text) => Assert.False(DeviceCredentials.TryHash(text, out _));
}
