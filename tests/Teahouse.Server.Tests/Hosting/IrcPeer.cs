using System.Text;

namespace Teahouse.Server.Tests.Hosting;

/// <summary>A client of a test: lines over a stream.</summary>
internal sealed class IrcPeer(Stream stream) : IAsyncDisposable
{
    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false));

    public async Task SendAsync(params string[] lines) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))));

    /// <summary>The next line that contains the text; null if the server closes before one comes.</summary>
    public async Task<string?> ReadUntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        try
        {
            while (await _reader.ReadLineAsync(patience.Token) is { } line)
                if (line.Contains(text, StringComparison.Ordinal))
                    return line;
        }
        catch (IOException)
        {
            // A reset is an end, too.
        }

        return null;
    }

    public Task<string?> ReadToEndAsync() => ReadUntilAsync("\0");

    public async Task RegisterAsync(string nick)
    {
        await SendAsync($"NICK {nick}", $"USER {nick} 0 * :{nick}");
        Assert.NotNull(await ReadUntilAsync(" 001 "));
    }

    public async ValueTask DisposeAsync() => await stream.DisposeAsync();
}
