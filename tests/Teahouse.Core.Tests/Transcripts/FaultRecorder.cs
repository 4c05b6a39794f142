using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Hosting;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>Keeps what the server logs; a test that expects no errors fails by them.</summary>
internal sealed class FaultRecorder : ILogger<ChatServer>
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Of every level.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        _lines.Enqueue(line);
        if (logLevel >= LogLevel.Error) _faults.Enqueue(line);
    }
}
