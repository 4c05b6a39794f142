using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What an account's devices share among themselves: metadata whose keys nobody else sees.</summary>
public sealed partial class ChatClient
{
    private const string PrivatePrefix = "teahouse.chat/private/";

    /// <summary>All of it, by what follows the prefix of the keys; null if it cannot be known now.</summary>
    public Task<IReadOnlyDictionary<string, string>?> PrivateFactsAsync()
    {
        if (!State.Connection.IsOnline || !State.Has(Capabilities.LabeledResponse) || !State.Has(Capabilities.Batch))
            return Task.FromResult<IReadOnlyDictionary<string, string>?>(null);
        var done = new TaskCompletionSource<IReadOnlyDictionary<string, string>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        AskAside(new Message("METADATA", "*", "LIST"), "*", null, answer => done.SetResult(answer is { Problem: null, Incoming: IncomingBatch batch } ? FactsIn(batch) : null));
        return done.Task;
    }

    /// <param name="value">Of 256 bytes at most; null removes it.</param>
    public Task<Problem?> SetPrivateFactAsync(string key, string? value)
    {
        var whole = PrivatePrefix + key;
        string[] words = value is null ? ["METADATA", "*", "SET", whole] : ["METADATA", "*", "SET", whole, value];
        return AskAsync(words, whole, m => m.Command is "761" or "766" && m.Parameters.Contains(whole));
    }

    // 761: asker, target, key, visibility, value
    private static Dictionary<string, string> FactsIn(IncomingBatch batch)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in batch.Lines().Where(m => m is { Command: "761", Count: 5 } && m[2].StartsWith(PrivatePrefix, StringComparison.Ordinal)))
            facts[line[2][PrivatePrefix.Length..]] = line[4];
        return facts;
    }
}
