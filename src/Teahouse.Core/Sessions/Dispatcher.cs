using System.Text;
using Teahouse.Core.Commands;
using Teahouse.Core.Delivery;
using Teahouse.Core.Once;
using Teahouse.Core.Operators;
using Teahouse.Core.Services;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>Finds a command's row and runs it; access and parameter count are checked here. Used only from the session's loop.</summary>
internal sealed class Dispatcher(Session session)
{
    /// <summary>In bytes of UTF-8.</summary>
    private const int LongestLabel = 64;

    private readonly MessageRun _run = new(session);
    private MultilineInput? _batches;

    /// <summary>What comes now are the lines of one message.</summary>
    public bool InBatch => _batches is { IsOpen: true };

    public async ValueTask RunAsync(Message message)
    {
        // Before anything that may be slow: whoever asks from here on waits, if it is a message. Any other command leaves before it runs.
        _run.Enter();
        session.Settle();
        // labeled-response needs batch: without it an answer of several lines could not be one.
        var label = session.Has(CapabilitySet.LabeledResponse | CapabilitySet.Batch) ? message.Tags[TagNames.Label] : null;
        if (label is not null && (label.Length == 0 || Encoding.UTF8.GetByteCount(label) > LongestLabel)) label = null;
        if (CommandTable.Find(message.Command) is not { } command)
        {
            await AnswerUnknownAsync(label, message.Command);
            return;
        }
        if (WhyNot(command, message) is { } refusal)
        {
            await AnswerAsync(label, refusal);
            return;
        }
        var kind = MessageCommands.KindOf(message.Command);
        session.Engine.Uses.Count(command);
        if (_batches is not null || command == BatchCommand.Command)
        {
            _batches ??= new MultilineInput(session, _run);
            if (await _batches.TakeAsync(message, label)) return;
        }
        var service = ServiceTable.AddressedBy(message);
        if (service is null && kind is not null)
        {
            await _run.AddAsync(kind.Value, message, label);
            return;
        }
        await FlushAsync();
        var reply = new Reply(session, label);
        var context = new CommandContext(session, message, reply);
        if (service is null) await command.RunAsync(context);
        // What is said to services is kept nowhere.
        else if (OnceInput.Is(session, message.Tags)) reply.Refuse(OnceRefusals.Unavailable(service.Name, message.Tags[TagNames.Id] ?? "", "Services know no ids"), message.Command);
        else await ServiceRun.MessageAsync(service, context);
        var told = reply.CompleteAsync();
        // Nobody waits until this peer reads.
        if (!told.IsCompleted) session.Settle();
        await told;
    }

    /// <summary>Any other command, or the end of what was read, ends a run of messages.</summary>
    public ValueTask FlushAsync() => _run.FlushAsync();

    /// <summary>The session is over: what was collected is not sent.</summary>
    public void Abandon() => _run.Leave();

    /// <summary>A line that could not be read: said, and nothing changes.</summary>
    public ValueTask RefuseAsync(ParseError error, RefusedLine line) => AnswerAsync(session.Has(CapabilitySet.LabeledResponse) ? line.Label : null, reply =>
    {
        switch (error)
        {
            case ParseError.TagsTooLong or ParseError.LineTooLong:
                reply.Numeric(Numeric.ERR_INPUTTOOLONG, "Input line was too long");
                break;
            case ParseError.InvalidUtf8:
                reply.Fail(line.Command, "INVALID_UTF8", "Message rejected: it is not UTF-8");
                break;
            case ParseError.TooManyParameters:
                reply.Numeric(Numeric.ERR_UNKNOWNERROR, line.Command, "Too many parameters");
                break;
            default:
                Unknown(reply, line.Command);
                break;
        }
    });

    private ValueTask AnswerUnknownAsync(string? label, string command) => AnswerAsync(label, reply => Unknown(reply, command));

    private void Unknown(Reply reply, string command)
    {
        if (session.User is null) reply.Numeric(Numeric.ERR_NOTREGISTERED, "You have not registered");
        else reply.Numeric(Numeric.ERR_UNKNOWNCOMMAND, command, "Unknown command");
    }

    private Action<Reply>? WhyNot(Command command, Message message)
    {
        var registered = session.User is not null;
        if (!registered && command.Access is Access.Registered or Access.Operator)
            return reply => reply.Numeric(Numeric.ERR_NOTREGISTERED, "You have not registered");
        if (registered && command.Access == Access.Unregistered)
            return reply => reply.Numeric(Numeric.ERR_ALREADYREGISTERED, "You may not reregister");
        if (command.Access == Access.Operator && !session.User!.Snapshot.Operator)
            return reply => reply.Numeric(Numeric.ERR_NOPRIVILEGES, "Permission denied: you are not an operator");
        if (command.Needs != OperatorPrivileges.None && !session.User!.Snapshot.May(command.Needs)) return NotAllowed(command.Needs);
        return message.Count >= command.MinParams ? null : TooFew(message.Command);
    }

    private static Action<Reply> NotAllowed(OperatorPrivileges needed) =>
        reply => reply.Numeric(Numeric.ERR_NOPRIVS, OperatorPrivilegeNames.Name(needed), "Insufficient oper privileges");

    private static Action<Reply> TooFew(string command) => reply => reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, command, "Not enough parameters");

    private async ValueTask AnswerAsync(string? label, Action<Reply> answer)
    {
        await FlushAsync();
        var reply = new Reply(session, label);
        answer(reply);
        await reply.CompleteAsync();
    }
}
