namespace Teahouse.Protocol.Fuzz;

/// <summary>Something that must be true of every input is not true of this one.</summary>
internal sealed class InvariantException(string invariant) : Exception(invariant);
