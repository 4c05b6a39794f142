using System.Text;

namespace Teahouse.Protocol;

/// <summary>The lists in CAP messages (https://ircv3.net/specs/extensions/capability-negotiation).</summary>
public static class CapabilityList
{
    /// <summary>Reads <c>sasl=PLAIN,EXTERNAL batch</c>, as in CAP LS and CAP NEW. Spaces may be repeated.</summary>
    public static IReadOnlyList<Capability> Parse(string text)
    {
        var list = new List<Capability>();
        foreach (var item in Items(text))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            if (equals != 0) list.Add(equals < 0 ? new Capability(item) : new Capability(item[..equals], item[(equals + 1)..]));
        }
        return list;
    }

    /// <summary>Reads <c>batch -sasl</c>, as in CAP REQ and CAP ACK.</summary>
    public static IReadOnlyList<CapabilityRequest> ParseRequests(string text)
    {
        var list = new List<CapabilityRequest>();
        foreach (var item in Items(text))
            list.Add(item[0] == '-' ? new CapabilityRequest(item[1..], Remove: true) : new CapabilityRequest(item));
        return list;
    }

    /// <param name="withValues">False for clients older than version 302, and for CAP LIST.</param>
    public static string Format(IEnumerable<Capability> capabilities, bool withValues = true) =>
        string.Join(' ', capabilities.Select(c => withValues ? c.ToString() : c.Name));

    public static string Format(IEnumerable<CapabilityRequest> requests) => string.Join(' ', requests);

    /// <summary>
    /// Packs items into as few texts as keep their order, each within a limit, for <c>CAP * LS * :…</c> and its continuation, or for
    /// several CAP REQ. At least one text, which may be empty; an item longer than the limit has one to itself.
    /// </summary>
    /// <param name="maxBytes">Bytes of UTF-8 that the list may take in one line.</param>
    public static IReadOnlyList<string> Lines(IEnumerable<string> items, int maxBytes)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var bytes = 0;
        foreach (var item in items)
        {
            var length = Encoding.UTF8.GetByteCount(item);
            if (bytes > 0 && bytes + 1 + length > maxBytes)
            {
                lines.Add(line.ToString());
                line.Clear();
                bytes = 0;
            }
            if (bytes > 0) line.Append(' ');
            line.Append(item);
            bytes += length + (bytes > 0 ? 1 : 0);
        }
        if (bytes > 0 || lines.Count == 0) lines.Add(line.ToString());
        return lines;
    }

    private static string[] Items(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
