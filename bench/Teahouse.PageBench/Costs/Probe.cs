using System.Text.Json;
using Microsoft.Playwright;

namespace Teahouse.PageBench.Costs;

/// <summary>Watches a page from within: when it is ready, when lines arrive, when messages are on the screen, how long frames take.</summary>
internal sealed class Probe(IPage page)
{
    // On the screen: the frame after the one in which it was drawn has begun. All times in milliseconds since the navigation.
    private const string Script = """
        (() => {
          const probe = globalThis.probe = { ready: -1, arrived: {}, shown: {}, key: -1, frames: [], said: 0, isWatching: false, isTiming: false };
          const painted = (then) => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => then(performance.now());
            channel.port2.postMessage(0);
          });
          globalThis.WebSocket = class extends WebSocket {
            constructor(...given) {
              super(...given);
              this.addEventListener("message", (event) => {
                const at = String(event.data).indexOf(" PRIVMSG ");
                if (at < 0) return;
                probe.said++;
                if (probe.isWatching) probe.arrived[event.data.slice(event.data.indexOf(" :", at) + 2)] = performance.now();
              });
            }
          };
          addEventListener("keydown", (event) => { if (event.key === "Enter") probe.key = event.timeStamp; }, { capture: true });
          new MutationObserver((changes) => {
            if (probe.ready < 0 && document.querySelector("#name, form:not([hidden]) > textarea")) {
              probe.ready = 0;
              painted((now) => { probe.ready = now; });
            }
            if (!probe.isWatching) return;
            for (const { addedNodes } of changes) for (const node of addedNodes) {
              const text = node.nodeType === 1 && node.matches("[role=article]") && node.querySelector(".text")?.textContent.trim();
              if (text && !(text in probe.shown)) painted((now) => { probe.shown[text] ??= now; });
            }
          }).observe(document, { childList: true, subtree: true });
          probe.time = () => {
            probe.frames = [];
            probe.isTiming = true;
            let before = null;
            const tick = (now) => {
              if (before !== null) probe.frames.push(now - before);
              before = now;
              if (probe.isTiming) requestAnimationFrame(tick);
            };
            requestAnimationFrame(tick);
          };
        })();
        """;

    public static Task AttachAsync(IBrowserContext person) => person.AddInitScriptAsync(Script);

    /// <summary>Milliseconds from the navigation until one can type.</summary>
    public async Task<double> ReadyAsync()
    {
        await page.WaitForFunctionAsync("() => probe.ready > 0");
        return await page.EvaluateAsync<double>("() => probe.ready");
    }

    /// <summary>From now on notes when messages arrive and when they are on the screen.</summary>
    public Task WatchAsync() => page.EvaluateAsync("() => { probe.isWatching = true; probe.arrived = {}; probe.shown = {}; }");

    /// <summary>Milliseconds from the last Enter until this message was on the screen.</summary>
    public async Task<double> FromKeyAsync(string text)
    {
        await page.WaitForFunctionAsync("(text) => text in probe.shown", text);
        return await page.EvaluateAsync<double>("(text) => probe.shown[text] - probe.key", text);
    }

    /// <summary>Milliseconds from the arrival of each message until it was on the screen, once the last one is.</summary>
    public async Task<double[]> FromArrivalAsync(string last)
    {
        await page.WaitForFunctionAsync("(text) => text in probe.shown", last);
        var times = await page.EvaluateAsync<string>("() => JSON.stringify(Object.keys(probe.arrived).map((text) => probe.shown[text] - probe.arrived[text]))");
        return JsonSerializer.Deserialize<double[]>(times)!;
    }

    /// <summary>From now on notes how long each frame takes.</summary>
    public Task TimeFramesAsync() => page.EvaluateAsync("() => probe.time()");

    /// <summary>The milliseconds of each frame since <see cref="TimeFramesAsync"/>.</summary>
    public async Task<double[]> FramesAsync() =>
        JsonSerializer.Deserialize<double[]>(await page.EvaluateAsync<string>("() => { probe.isTiming = false; return JSON.stringify(probe.frames); }"))!;

    /// <summary>Waits until so many messages have arrived since <see cref="ForgetAsync"/>, and are drawn as far as they are shown.</summary>
    /// <returns>The time, on the page's clock.</returns>
    public async Task<double> ArrivedAsync(int count)
    {
        await page.WaitForFunctionAsync("(count) => probe.said >= count", count, new() { Timeout = 300_000 });
        return await page.EvaluateAsync<double>("() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))");
    }

    /// <summary>Counts arrivals anew.</summary>
    public Task ForgetAsync() => page.EvaluateAsync("() => { probe.said = 0; }");

    public Task<double> NowAsync() => page.EvaluateAsync<double>("() => performance.now()");
}
