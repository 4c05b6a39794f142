using System.Text.Json.Serialization;

namespace Teahouse.Server.Admin;

/// <summary>One command to the running server: one line of JSON.</summary>
/// <param name="Command">One of <see cref="AdminCommands"/>' names.</param>
internal sealed record AdminRequest(string Command, string Name = "", string Password = "")
{
    /// <summary>What the command asks for beside a name: a fingerprint, a number, a choice.</summary>
    public string Value { get; init; } = "";

    // A record would print its password wherever it is logged.
    public override string ToString() => $"{Command} {Name}";
}

/// <summary>The answer to it: one line of JSON.</summary>
/// <param name="Lines">For standard output, or for standard error if it failed.</param>
internal sealed record AdminAnswer(bool Ok, IReadOnlyList<string> Lines)
{
    public static AdminAnswer Done(params string[] lines) => new(true, lines);

    public static AdminAnswer Failed(string line) => new(false, [line]);
}

[JsonSerializable(typeof(AdminRequest))]
[JsonSerializable(typeof(AdminAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AdminJson : JsonSerializerContext;
