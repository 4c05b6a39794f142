namespace Teahouse.Server.Hosting;

/// <summary>The program cannot start, or go on; the message is the sentence to say, and nobody's bug.</summary>
internal sealed class StartupException(string message) : Exception(message);
