using System.Collections.Immutable;
using Teahouse.Protocol;

namespace Teahouse.Core.Services;

/// <summary>
/// Somebody to write commands to, who is no user: NickServ, ChanServ. What it can do is its rows, and HELP is made from them.
/// A message to a service is passing: never stored, never logged, told to nobody else.
/// </summary>
/// <param name="About">One sentence, the first of its HELP.</param>
internal sealed record Service(string Name, string About, ImmutableArray<ServiceCommand> Commands)
{
    /// <summary>The source of its notices.</summary>
    public string Prefix(string server) => $"{Name}!services@{server}";

    public ServiceCommand? Find(string word) => Commands.FirstOrDefault(c => AsciiCase.Equals(c.Name, word));
}

/// <summary>One row of a service's table.</summary>
/// <param name="Name">One word in capitals.</param>
/// <param name="MinWords">Fewer words after the name: the usage is shown, and nothing happens.</param>
/// <param name="Usage">The words after the name, as in <c>&lt;account&gt; [&lt;reason&gt;]</c>.</param>
/// <param name="Summary">What it does; each line is one line of HELP, the first one also stands in the list.</param>
internal sealed record ServiceCommand(
    string Name, int MinWords, ServiceAccess Access, string Usage, ImmutableArray<string> Summary, Func<ServiceContext, ValueTask> RunAsync)
{
    /// <summary>Name and usage.</summary>
    public string Line => Usage.Length == 0 ? Name : $"{Name} {Usage}";
}

internal enum ServiceAccess
{
    Anyone,
    /// <summary>Whoever is logged in to an account.</summary>
    Account,
    Operator,
}
