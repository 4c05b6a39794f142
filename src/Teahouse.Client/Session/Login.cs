using System.Buffers.Text;

namespace Teahouse.Client;

/// <summary>As whom to connect. Holds secrets: never written to a log.</summary>
public abstract record Login
{
    private Login() { }

    /// <summary>The nick to ask for.</summary>
    public abstract string Nick { get; }

    /// <summary>The account that one is then, or the nick of whom has none.</summary>
    internal string AccountName => this is Account account ? account.Name : Nick;

    /// <summary>What the person calls itself, in free words: the display name of an account that is made. Empty: the nick.</summary>
    public string RealName { get; init; } = "";

    /// <summary>Without an account.</summary>
    public sealed record Anonymous(string Name) : Login
    {
        public override string Nick => Name;
    }

    /// <summary>With an existing account by SASL PLAIN.</summary>
    /// <param name="Secret">The password, or a device's credential.</param>
    /// <param name="WantedNick">Null: the account's name.</param>
    public sealed record Account(string Name, string Secret, string? WantedNick = null) : Login
    {
        public override string Nick => WantedNick ?? Name;
        public override string ToString() => $"Account {Name}";
    }

    /// <summary>
    /// As a guest, whose account is held by this device's credential: logs in to it, or makes it if there is none.
    /// </summary>
    /// <param name="Credential">As <see cref="DeviceCredential.Create"/> makes it.</param>
    /// <param name="Registered">True once the server has made the account: then logging in is tried first.</param>
    public sealed record Guest(string Name, string Credential, bool Registered) : Login
    {
        public override string Nick => Name;
        public override string ToString() => $"Guest {Name}";
    }
}

/// <summary>A secret that stands for a device: <c>thd1_</c> and 43 characters of base64url (256 bits).</summary>
public static class DeviceCredential
{
    public const int RandomBytes = 32;

    /// <param name="random">32 bytes from a cryptographic source.</param>
    public static string Create(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, RandomBytes);
        return "thd1_" + Base64Url.EncodeToString(random);
    }
}
