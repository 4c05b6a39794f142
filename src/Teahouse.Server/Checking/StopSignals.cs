using System.Runtime.InteropServices;

namespace Teahouse.Server.Checking;

/// <summary>A token that Ctrl+C and SIGTERM cancel, so that what was started is ended and what was written is removed.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals(CancellationToken cancel)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // The first asks nicely; a second one is the system's to act on.
        context.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
