using Teahouse.Core.Operators;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>One row of the command table.</summary>
/// <param name="MinParams">Fewer: 461 ERR_NEEDMOREPARAMS, and nothing happens.</param>
internal sealed record Command(string Name, int MinParams, Access Access, Func<CommandContext, ValueTask> RunAsync)
{
    /// <summary>What an operator must be allowed to do: 723.</summary>
    public OperatorPrivileges Needs { get; init; }

    public static Command Now(string name, int minParams, Access access, Action<CommandContext> run) => new(name, minParams, access, context =>
    {
        run(context);
        return default;
    });
}

internal enum Access
{
    /// <summary>At any time.</summary>
    Anyone,
    /// <summary>Only before registration: 462 after it.</summary>
    Unregistered,
    /// <summary>Only after registration: 451 before it.</summary>
    Registered,
    /// <summary>Only operators: 481.</summary>
    Operator,
}

/// <summary>One command being run.</summary>
internal sealed record CommandContext(Session Session, Message Message, Reply Reply)
{
    public Engine Engine => Session.Engine;

    public int Count => Message.Count;

    public string this[int index] => Message[index];

    /// <summary>The parameter, or "" if there are not so many.</summary>
    public string At(int index) => index < Message.Count ? Message[index] : "";
}
