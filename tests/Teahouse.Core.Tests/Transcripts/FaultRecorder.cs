using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Hosting;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>Keeps what the server logs as an error: a test that expects none fails by it.</summary>
internal sealed class FaultRecorder : ILogger<ChatServer>
{
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyCollection<string> Faults => _faults;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _faults.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
