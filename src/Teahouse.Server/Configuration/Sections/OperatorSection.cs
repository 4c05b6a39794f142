using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class OperatorSection
{
    private static readonly TextKind OneWord = new("one word", text => text.Length > 0 && !text.Any(char.IsWhiteSpace));

    private static readonly TextKind Password = new("one word", text => text.Length > 0 && !text.Any(char.IsWhiteSpace), secret: true);

    public static readonly ListSection<OperatorOptions> Section = new(
        "oper", "Who may become an operator with the command OPER. An operator's account needs none.",
        [
            new ConfigurationKey<OperatorOptions, string>(
                "name", OneWord, o => o.Name, (o, v) => o with { Name = v }, "The name that OPER is given. Required."),
            new ConfigurationKey<OperatorOptions, string>(
                "password", Password, o => o.Password, (o, v) => o with { Password = v }, "The password that OPER is given. Required."),
        ],
        new OperatorOptions("", ""),
        (o, _) => o switch
        {
            { Name.Length: 0 } => ("name", $"is missing; must be {OneWord.Expected}"),
            { Password.Length: 0 } => ("password", $"is missing; must be {OneWord.Expected}"),
            _ => null,
        },
        (c, operators) => c with { Engine = c.Engine with { Operators = operators } });
}
