using System.Security.Cryptography;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>A server with a copy of the page's files, which can be renewed as an upgrade does.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly ServerFolder _folder;
    private readonly string _files;
    private ServerProcess _server;

    private Site(ServerFolder folder, string files, ServerProcess server) => (_folder, _files, _server) = (folder, files, server);

    public static async Task<Site> OpenAsync(ServerFolder folder)
    {
        var from = Path.Combine(Path.GetDirectoryName(ServerProgram.Path)!, "wwwroot");
        var files = Path.Combine(folder.Path, "site");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            // In one form each, which can be written anew.
            if (file.EndsWith(".br", StringComparison.Ordinal) || file.EndsWith(".gz", StringComparison.Ordinal)) continue;
            var copy = Path.Combine(files, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        folder.Set("web", "files", $"\"{files}\"");
        return new(folder, files, await ServerProcess.StartAsync(folder));
    }

    /// <summary>Another version of the page, which its styles name <c>--test-version</c>; the server starts anew with it.</summary>
    /// <param name="isWhole">Whether its list tells the truth.</param>
    public async Task RenewAsync(string version, bool isWhole = true)
    {
        await _server.DisposeAsync();
        var (sheet, list) = (Path.Combine(_files, "css", "base.css"), Path.Combine(_files, "service-worker-assets.js"));
        var before = await HashAsync(sheet);
        await File.AppendAllTextAsync(sheet, $":root {{ --test-version: \"{version}\"; }}\n");
        var text = (await File.ReadAllTextAsync(list)).Replace("\"version\": \"", $"\"version\": \"{version}, then ", StringComparison.Ordinal);
        await File.WriteAllTextAsync(list, isWhole ? text.Replace(before, await HashAsync(sheet), StringComparison.Ordinal) : text);
        _server = await ServerProcess.StartAsync(_folder);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<string> HashAsync(string file) => "sha256-" + Convert.ToBase64String(SHA256.HashData(await File.ReadAllBytesAsync(file)));
}
