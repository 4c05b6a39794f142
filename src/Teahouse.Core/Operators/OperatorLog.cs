using Microsoft.Extensions.Logging;
using Teahouse.Core.Accounts;
using Teahouse.Core.Commands;

namespace Teahouse.Core.Operators;

/// <summary>Writes down what operators do, in the program's log and in the store.</summary>
internal sealed partial class OperatorLog(IAuditStore store, ILogger logger, TimeProvider time)
{
    public async ValueTask WriteAsync(CommandContext context, string action, string target, string detail)
    {
        var user = context.Session.User!.Snapshot;
        await WriteAsync(user.OperatorName is { Length: > 0 } name ? $"{user.Nick.Value} ({name})" : user.Nick.Value, action, target, detail);
    }

    public async ValueTask WriteAsync(string who, string action, string target, string detail)
    {
        LogAction(logger, who, action, target, detail);
        try
        {
            await store.AddAsync(new AuditEntry(time.GetUtcNow().ToUnixTimeMilliseconds(), who, action, target, detail));
        }
        catch (StoreFullException full)
        {
            // What was done is done; the program's log has it.
            LogLost(logger, full.Message);
        }
    }

    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAsync(int most) => await store.ReadAsync(most);

    [LoggerMessage(Level = LogLevel.Information, Message = "Operator {Operator}: {Action} {Target} {Detail}")]
    private static partial void LogAction(ILogger logger, string @operator, string action, string target, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What an operator did is not kept: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
