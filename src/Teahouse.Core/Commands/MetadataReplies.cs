using System.Text;
using Teahouse.Core.Delivery;
using Teahouse.Core.Metadata;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>The lines that answer METADATA.</summary>
internal static class MetadataReplies
{
    public const string BatchType = "metadata";

    /// <summary>Keys on one line: clients know of fifteen parameters at most.</summary>
    private const int MostOnLine = 10;

    public static void InvalidTarget(CommandContext context) =>
        context.Reply.Fail("METADATA", "INVALID_TARGET", JoinCommand.Shown(context[0]), "That is no target of metadata");

    public static void InvalidKey(CommandContext context, string key) =>
        context.Reply.Fail("METADATA", "KEY_INVALID", JoinCommand.Shown(key), "A key is made of a-z, 0-9, _ . / and -");

    public static void NoPermission(CommandContext context, string target, string key) =>
        context.Reply.Fail("METADATA", "KEY_NO_PERMISSION", target, key, "Permission denied");

    /// <summary>draft/metadata-3 names the code otherwise, and the key with it.</summary>
    public static void InvalidValue(CommandContext context, string key, int most)
    {
        var text = $"A value has at most {most} bytes, on one line";
        if (context.Session.Has(CapabilitySet.Metadata3)) context.Reply.Fail("METADATA", "INVALID_VALUE", key, text);
        else context.Reply.Fail("METADATA", "VALUE_INVALID", text);
    }

    /// <summary>The answer to a question about the key.</summary>
    public static void Value(Reply reply, string target, string key, string? value)
    {
        if (value is null) reply.Numeric(Numeric.RPL_KEYNOTSET, target, key, "key not set");
        else reply.Numeric(Numeric.RPL_KEYVALUE, target, key, MetadataKey.Visibility(key), value);
    }

    /// <summary>Told without having been asked for this key; never for a session without the capability.</summary>
    public static void Told(Session session, Reply reply, string target, MetadataEntry entry)
    {
        if (session.Has(CapabilitySet.Metadata3)) Value(reply, target, entry.Key, entry.Value);
        else if (entry.Value is { } value) reply.Line("METADATA", target, entry.Key, MetadataKey.Visibility(entry.Key), value);
        else reply.Line("METADATA", target, entry.Key, MetadataKey.Visibility(entry.Key));
    }

    public static void Keys(Reply reply, int numeric, IEnumerable<string> keys)
    {
        const int room = 350;
        List<string> line = [];
        var bytes = 0;
        foreach (var key in keys)
        {
            if (line.Count == MostOnLine || bytes + key.Length > room)
            {
                reply.Numeric(numeric, [.. line]);
                line.Clear();
                bytes = 0;
            }
            line.Add(key);
            bytes += key.Length + 1;
        }
        if (line.Count > 0) reply.Numeric(numeric, [.. line]);
    }

    public static bool IsValue(string value, int most) => Encoding.UTF8.GetByteCount(value) <= most;
}
