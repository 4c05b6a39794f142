using System.IO.Pipelines;
using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Core.Log;

namespace Teahouse.Core.Hosting;

/// <summary>The engine as its host sees it: sessions come in as pipes; everything else is inside.</summary>
public sealed class ChatServer(ServerOptions options, IMessageLog log, IAccountStore accounts, ISecretStore secrets, TimeProvider time)
{
    public ServerOptions Options { get; } = options;

    /// <summary>For the admin's commands too: it alone knows which names are taken.</summary>
    public AccountService Accounts { get; } = new(
        options, accounts, secrets, new PasswordQueue(Environment.ProcessorCount), time, RandomNumberGenerator.Create());

    /// <summary>Loads what must be known before the first connection.</summary>
    public Task StartAsync(CancellationToken cancel = default)
    {
        _ = log;
        return Accounts.LoadAsync(cancel).AsTask();
    }

    /// <summary>
    /// Serves one connection until it ends; bytes are lines ended by CR LF in both directions. Completes both pipes.
    /// Never throws for what a peer does.
    /// </summary>
    public Task RunSessionAsync(IDuplexPipe transport, ConnectionInfo connection, CancellationToken closing)
    {
        _ = (Options, transport, connection, closing);
        return Task.CompletedTask;
    }

    /// <summary>Tells every session that the server ends (ERROR), flushes what waits, and ends them; appends in flight are awaited.</summary>
    public Task StopAsync(CancellationToken cancel = default) => Options is null ? Task.FromCanceled(cancel) : Task.CompletedTask;
}
