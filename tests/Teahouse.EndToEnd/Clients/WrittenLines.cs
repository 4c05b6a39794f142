namespace Teahouse.EndToEnd.Clients;

/// <summary>What a program writes down line by line, looked at until it says what is expected.</summary>
/// <param name="read">All of it until now.</param>
internal sealed class WrittenLines(Func<string> read)
{
    /// <summary>The text of a file that may not be there yet.</summary>
    public static WrittenLines OfFile(string path) => new(() =>
    {
        if (!File.Exists(path)) return "";
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    });

    /// <param name="times">In how many lines.</param>
    public Task ExpectAsync(string[] words, int times = 1)
    {
        var written = "";
        return Patience.SeeAsync(
            () =>
            {
                written = read();
                return written.Split('\n').Count(line => words.All(word => line.Contains(word, StringComparison.Ordinal))) >= times;
            },
            () => $"No line with \"{string.Join("\", \"", words)}\" ({times}) in:\n{written.TrimEnd()}");
    }
}
