using System.Text.Json;

namespace Teahouse.Server.Importing;

/// <summary>Who is who in a Slack workspace: by the name that people chose, or the unique one where two chose the same.</summary>
internal sealed class SlackPeople
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public SlackPeople(IEnumerable<JsonElement> users)
    {
        var all = users.Select(user => (Id: user.Text("id"), Unique: user.Text("name"), Chosen: user.Object("profile").Text("display_name"))).ToList();
        var taken = all.CountBy(user => user.Chosen, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var (id, unique, chosen) in all) _names[id] = chosen.Length > 0 && taken[chosen] == 1 ? chosen : unique.Length > 0 ? unique : id;
    }

    public string NameOf(string id) => _names.GetValueOrDefault(id, id);

    public string AuthorOf(JsonElement message)
    {
        if (message.Text("user") is { Length: > 0 } user)
            return _names.TryGetValue(user, out var name) ? name : message.Object("user_profile").Text("display_name") is { Length: > 0 } shown ? shown : user;
        if (message.Text("username") is { Length: > 0 } bot) return bot;
        return message.Object("bot_profile").Text("name") is { Length: > 0 } called ? called : message.Text("bot_id");
    }
}
