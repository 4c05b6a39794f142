using Teahouse.Protocol;

namespace Teahouse.Core.Services;

/// <summary>What every service says. The words of its commands stand in its own texts.</summary>
internal static class ServiceTexts
{
    public static readonly Saying LogIn = new("Log in to an account first", AnswerCodes.AccountRequired);
    public const string OperatorsOnly = "This is for operators";
    public const string EndOfHelp = "End of help";
    public const string HelpSummary = "What can be written here, or how one command is written";
    public const string OneAtATime = "Services are written to one at a time, in single lines";
    public static readonly Saying NotStored = new("Not stored, nothing changed: the disk is full", AnswerCodes.TemporarilyUnavailable);

    public static string Unknown(Service service, string word) => $"There is no {word}. {HowToAsk(service)}";

    public static string Usage(Service service, ServiceCommand command) => $"It is written: /msg {service.Name} {command.Line}";

    /// <param name="time">Milliseconds since 1970 UTC.</param>
    public static string Day(long time) => ServerTime.Format(time)[..10];

    public static string HowToAsk(Service service) => $"/msg {service.Name} HELP lists what there is";

    public static string HelpHead(Service service) => $"{service.Name}: {service.About}";

    public static string HelpMore(Service service) => $"/msg {service.Name} HELP <command> says more about one";
}
