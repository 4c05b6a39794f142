namespace Teahouse.Check.Driving;

/// <summary>The server does not let a client in.</summary>
internal sealed class LogInException(string message) : Exception(message);
