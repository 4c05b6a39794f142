using System.Buffers.Text;
using System.Security.Cryptography;

namespace Teahouse.Core.Identity;

/// <summary>Secrets from the injected generator.</summary>
internal static class RandomBytes
{
    public static byte[] Make(RandomNumberGenerator random, int count)
    {
        var bytes = new byte[count];
        random.GetBytes(bytes);
        return bytes;
    }

    /// <summary>256 bits as 43 letters of base64url.</summary>
    public static string Token(RandomNumberGenerator random) => Base64Url.EncodeToString(Make(random, 32));
}
