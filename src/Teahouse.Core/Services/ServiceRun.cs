using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Commands;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Services;

/// <summary>Runs what was written to a service. Access and the number of words are checked here.</summary>
internal static class ServiceRun
{
    /// <summary>PRIVMSG, NOTICE or TAGMSG to a service.</summary>
    public static async ValueTask MessageAsync(Service service, CommandContext context)
    {
        // Only PRIVMSG asks for something: a service that answered notices could be made to talk with another.
        if (!context.Message.Command.Equals("PRIVMSG", StringComparison.Ordinal)) return;
        if (context.Count < 2 || context[1].Length == 0)
        {
            context.Reply.Numeric(Numeric.ERR_NOTEXTTOSEND, "No text to send");
            return;
        }
        // To the asking session alone: it holds passwords.
        if (context.Session.Has(CapabilitySet.EchoMessage)) context.Reply.Event(Echo(service, context));
        await RunAsync(service, context.Session, context.Reply, context[1]);
    }

    public static async ValueTask RunAsync(Service service, Session session, Reply reply, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        var name = words.Length == 0 ? "HELP" : words[0];
        if (service.Find(name) is not { } command)
        {
            new ServiceContext(service, ServiceHelp.Row, session, reply, []).Say(ServiceTexts.Unknown(service, name));
            return;
        }
        var context = new ServiceContext(service, command, session, reply, words.Length == 0 ? [] : words.RemoveAt(0));
        if (command.Access == ServiceAccess.Account && session.Account is null) context.Say(ServiceTexts.LogIn);
        else if (!IsFor(command, session)) context.Say(ServiceTexts.OperatorsOnly);
        else if (context.Count < command.MinWords) context.ShowUsage();
        else await RunAsync(context);
    }

    public static bool IsFor(ServiceCommand command, Session session) =>
        command.Access != ServiceAccess.Operator || session.User is { Snapshot.Operator: true };

    private static async ValueTask RunAsync(ServiceContext context)
    {
        try
        {
            await context.Command.RunAsync(context);
        }
        catch (StoreFullException)
        {
            context.Say(ServiceTexts.NotStored);
        }
    }

    private static Event Echo(Service service, CommandContext context) => new(
        EventKind.Privmsg, default, context.Engine.Now, null, context.Session.User!.Snapshot.Source, [service.Name, context[1]], context.Message.Tags.ClientOnly());
}
