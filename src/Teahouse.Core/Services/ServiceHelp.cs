namespace Teahouse.Core.Services;

/// <summary>HELP, made from a service's rows.</summary>
internal static class ServiceHelp
{
    /// <summary>The row that every service has.</summary>
    public static readonly ServiceCommand Row = new("HELP", 0, ServiceAccess.Anyone, "[<command>]", [ServiceTexts.HelpSummary], context =>
    {
        Run(context);
        return default;
    });

    private static void Run(ServiceContext context)
    {
        if (context.Count == 0) List(context);
        else if (context.Service.Find(context[0]) is { } command) Describe(context, command);
        else context.Say(ServiceTexts.Unknown(context.Service, context[0]));
    }

    private static void List(ServiceContext context)
    {
        context.Say(ServiceTexts.HelpHead(context.Service));
        foreach (var command in context.Service.Commands)
            if (ServiceRun.IsFor(command, context.Session)) context.Say($"{command.Name}: {command.Summary[0]}");
        context.Say(ServiceTexts.HelpMore(context.Service));
        context.Say(ServiceTexts.EndOfHelp);
    }

    private static void Describe(ServiceContext context, ServiceCommand command)
    {
        context.Say(ServiceTexts.Usage(context.Service, command));
        foreach (var line in command.Summary) context.Say(line);
        context.Say(ServiceTexts.EndOfHelp);
    }
}
