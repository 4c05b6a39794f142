using System.Collections.Immutable;
using Teahouse.Core.Hosting;
using Teahouse.Core.Operators;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class OperatorSection
{
    private static readonly OperatorPrivileges[] All =
        [.. Enum.GetValues<OperatorPrivileges>().Where(privilege => System.Numerics.BitOperations.IsPow2((int)privilege))];

    private static readonly TextKind OneWord = new("one word", text => text.Length > 0 && !text.Any(char.IsWhiteSpace));

    private static readonly TextKind Password = new("one word", text => text.Length > 0 && !text.Any(char.IsWhiteSpace), secret: true);

    private static readonly ListKind<string> Privileges = new(
        "\"all\", " + string.Join(", ", All.Select(privilege => $"\"{OperatorPrivilegeNames.Name(privilege)}\"")),
        text => text == "all" || All.Any(privilege => OperatorPrivilegeNames.Name(privilege) == text) ? text : null,
        text => text);

    public static readonly ListSection<OperatorOptions> Section = new(
        "oper", "Who may become an operator with the command OPER. An operator's account needs none.",
        [
            new ConfigurationKey<OperatorOptions, string>(
                "name", OneWord, o => o.Name, (o, v) => o with { Name = v }, "The name that OPER is given. Required."),
            new ConfigurationKey<OperatorOptions, string>(
                "password", Password, o => o.Password, (o, v) => o with { Password = v }, "The password that OPER is given, or what `teahouse password` makes of it. Required."),
            new ConfigurationKey<OperatorOptions, ImmutableArray<string>>(
                "privileges", Privileges, o => Names(o.Privileges), (o, v) => o with { Privileges = Read(v) },
                "What the operator may do: \"all\", or some of kill, ban, wallops, rooms, audit and rehash."),
        ],
        new OperatorOptions("", ""),
        (o, _) => o switch
        {
            { Name.Length: 0 } => ("name", $"is missing; must be {OneWord.Expected}"),
            { Password.Length: 0 } => ("password", $"is missing; must be {OneWord.Expected}"),
            _ => null,
        },
        c => c.Engine.Operators,
        (c, operators) => c with { Engine = c.Engine with { Operators = operators } });

    private static ImmutableArray<string> Names(OperatorPrivileges privileges) => privileges == OperatorPrivileges.All
        ? ["all"]
        : [.. All.Where(privilege => (privileges & privilege) != 0).Select(OperatorPrivilegeNames.Name)];

    private static OperatorPrivileges Read(ImmutableArray<string> names) => names.Contains("all")
        ? OperatorPrivileges.All
        : All.Where(privilege => names.Contains(OperatorPrivilegeNames.Name(privilege))).Aggregate(OperatorPrivileges.None, (sum, one) => sum | one);
}
