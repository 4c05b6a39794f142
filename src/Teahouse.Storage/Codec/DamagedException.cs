namespace Teahouse.Storage.Codec;

/// <summary>A row does not hold what was written: the file was changed by something else than this program.</summary>
internal sealed class DamagedException(string what) : Exception($"A row of the database is damaged: {what}.");
