namespace Teahouse.EndToEnd.Web;

/// <summary>What a browser keeps of what its page has seen.</summary>
internal static class Archive
{
    private const string Holds = """
        (text) => new Promise((resolve, reject) => {
            const open = indexedDB.open("teahouse.archive");
            open.onerror = () => reject(open.error);
            open.onsuccess = () => {
                const all = open.result.transaction("pieces").objectStore("pieces").getAll();
                all.onsuccess = () => { open.result.close(); resolve(all.result.some((one) => one.body.includes(text))); };
            };
        })
        """;

    /// <summary>It is kept soon after it was seen.</summary>
    public static Task<string> SeeAsync(ChatPage page, string text) =>
        Patience.SeeAsync(async () => await HasAsync(page, text) ? "" : null, () => $"\"{text}\" was never kept.");

    public static Task<bool> HasAsync(ChatPage page, string text) => page.Page.EvaluateAsync<bool>(Holds, text);
}
