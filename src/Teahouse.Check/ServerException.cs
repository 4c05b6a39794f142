namespace Teahouse.Check;

/// <summary>The server cannot be checked: it does not start, or lets nobody in.</summary>
public sealed class ServerException(string message) : Exception(message);
