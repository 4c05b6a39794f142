using Teahouse.Protocol;

namespace Teahouse.Web.Composer;

/// <summary>What may be written with a slash.</summary>
/// <param name="Name">With its slash.</param>
/// <param name="Wants">What follows it; null: nothing.</param>
/// <param name="Read">What is asked for by what follows it; null if that is not enough.</param>
public sealed record ComposerCommand(string Name, Text? Wants, Text Does, Func<string, Composed?> Read)
{
    /// <summary>Other names of it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public bool InRoomsOnly { get; init; }

    /// <summary>Whether the first word after it is somebody's name.</summary>
    public bool TakesName { get; init; }

    public bool Is(string name) => AsciiCase.Equals(Name, name) || Also.Contains(name, AsciiCase.Comparer);

    /// <summary>Null if there is none.</summary>
    public static ComposerCommand? Find(string name) => ComposerCommands.All.FirstOrDefault(c => c.Is(name));
}
