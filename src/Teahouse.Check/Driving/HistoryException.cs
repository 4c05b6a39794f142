namespace Teahouse.Check.Driving;

/// <summary>The server does not give its history.</summary>
internal sealed class HistoryException(string message) : Exception(message);
