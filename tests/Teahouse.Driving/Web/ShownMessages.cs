using System.Text.Json;
using Microsoft.Playwright;

namespace Teahouse.EndToEnd.Web;

/// <summary>What the timeline of a page shows, read without waiting.</summary>
internal static class ShownMessages
{
    private const string Read = """
        () => JSON.stringify([...document.querySelectorAll("[role=article]")].map((line) => {
          const text = line.querySelector(".text");
          return { text: text?.textContent.trim() ?? "", faded: text?.classList.contains("faded") ?? false, troubled: line.querySelector(".acts") !== null };
        }))
        """;

    private const string Up = """
        () => {
          const pane = document.getElementById("timeline");
          const first = pane.querySelector("[role=article]")?.dataset.key;
          pane.scrollTop = 0;
          return first ?? "";
        }
        """;

    private const string Moved = """
        (first) => document.querySelector(".beginning") !== null || document.querySelector("[role=article]")?.dataset.key !== first
        """;

    public static async Task<ShownMessage[]> ReadAsync(ChatPage page) =>
        JsonSerializer.Deserialize<ShownMessage[]>(await page.Page.EvaluateAsync<string>(Read), JsonSerializerOptions.Web)!;

    /// <summary>Scrolls from the end of the room to its beginning, as a reader may.</summary>
    /// <returns>The texts of all messages, oldest first. One that stands in two places ends the reading where it was met again.</returns>
    public static async Task<List<string>> ReadWholeRoomAsync(ChatPage page)
    {
        var whole = new List<string>();
        while (true)
        {
            var known = whole.ToHashSet(StringComparer.Ordinal);
            var isBeginning = await page.Page.Locator(".beginning").CountAsync() > 0;
            var here = (await ReadAsync(page)).Select(message => message.Text).ToList();
            whole.InsertRange(0, whole.Count == 0 ? here : here.TakeWhile(text => !known.Contains(text)));
            if (isBeginning) return whole;
            var first = await page.Page.EvaluateAsync<string>(Up);
            await page.Page.WaitForFunctionAsync(Moved, first);
        }
    }
}

/// <param name="Faded">It is under way still.</param>
/// <param name="Troubled">Its writer is asked what to do with it.</param>
internal sealed record ShownMessage(string Text, bool Faded, bool Troubled);
