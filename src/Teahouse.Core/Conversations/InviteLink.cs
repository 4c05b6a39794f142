using System.Security.Cryptography;
using System.Text;

namespace Teahouse.Core.Conversations;

/// <summary>An invitation that works for whoever has its token. Only the token's hash is kept.</summary>
/// <param name="Id">Unique in the room: by it the link is ended.</param>
/// <param name="Hash">SHA-256 of the token in base64: it holds 256 random bits, so a fast hash is enough.</param>
/// <param name="Expires">Milliseconds since 1970 UTC.</param>
/// <param name="Joins">How often one may still come in by it.</param>
/// <param name="Registrations">How many accounts may still be made by it where registration is closed.</param>
/// <param name="MadeBy">The account's id.</param>
public sealed record InviteLink(int Id, string Hash, long Expires, int Joins, int Registrations, long MadeBy)
{
    public static string HashOf(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsOver(long now) => Expires <= now || (Joins <= 0 && Registrations <= 0);
}
