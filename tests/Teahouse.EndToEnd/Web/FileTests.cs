using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Files, from one browser to another and to clients of IRC.</summary>
public sealed partial class FileTests
{
    // A drawing of 1200 by 800, as large as a photograph: more than goes without a small picture.
    private const string MakePicture = """
        async name => {
          const canvas = document.createElement("canvas");
          canvas.width = 1200; canvas.height = 800;
          const drawing = canvas.getContext("2d");
          const dots = drawing.createImageData(1200, 800);
          for (let i = 0; i < dots.data.length; i++) dots.data[i] = i % 4 === 3 ? 255 : (i * 7919 >> 3) % 251;
          drawing.putImageData(dots, 0, 0);
          const blob = await new Promise(made => canvas.toBlob(made, "image/png"));
          const carried = new DataTransfer();
          carried.items.add(new File([blob], name, { type: "image/png" }));
          return carried;
        }
        """;

    [Fact]
    public async Task A_picture_that_is_dropped_or_pasted_is_seen_by_others_and_its_link_opens_for_everybody()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var ann = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        var bob = await ChatPage.EnterAsync(await browser.PersonAsync("en-US"), folder, "bob");
        await using var cat = await IrcClient.ConnectAsync(folder.Irc, "cat");
        await cat.JoinAsync("#lobby");
        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Button, new() { Name = "发送文件" })).ToBeVisibleAsync();

        var dropped = await ann.Page.EvaluateHandleAsync(MakePicture, "茶 馆.png");
        await ann.Page.DispatchEventAsync("main", "dragover", new { dataTransfer = dropped });
        await Assertions.Expect(ann.Page.GetByText("松开鼠标")).ToBeVisibleAsync();
        await ann.Page.DispatchEventAsync("main", "drop", new { dataTransfer = dropped });
        await ann.Page.EvaluateAsync("carried => document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }))",
            await ann.Page.EvaluateHandleAsync(MakePicture, "second.png"));

        await Assertions.Expect(bob.Page.Locator(".picture img")).ToHaveCountAsync(2);
        await Assertions.Expect(ann.Page.Locator(".tray li")).ToHaveCountAsync(0);
        await bob.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.picture img')].every(i => i.complete && Math.max(i.naturalWidth, i.naturalHeight) === 480)");
        await Assertions.Expect(bob.Page.GetByRole(AriaRole.Link, new() { Name = "Picture 茶 馆.png" })).ToBeVisibleAsync();
        var link = Link().Match((await cat.ExpectAsync("PRIVMSG", message => message[1].Contains("/file/", StringComparison.Ordinal)))[1]).Value;
        using var http = new HttpClient();
        // The name that others find the server by may lead nowhere here.
        var opened = await http.GetAsync(new Uri($"http://localhost:{folder.Http}{new Uri(link).AbsolutePath}"), TestContext.Current.CancellationToken);
        Assert.Equal("image/png", opened.Content.Headers.ContentType!.MediaType);

        await cat.SendAsync($"PRIVMSG #lobby :mine too: {link}");
        await Assertions.Expect(bob.Page.Locator(".picture img")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task An_upload_goes_on_after_a_cut_and_arrives_whole()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync("en-US");
        var ann = await ChatPage.EnterAsync(person, folder, "ann");
        var content = RandomNumberGenerator.GetBytes(6_000_000);
        // Each part waits until the test lets it through, so that the cut comes in the middle.
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var parts = 0;
        await person.RouteAsync("**/upload/*", async route =>
        {
            if (route.Request.Method == "PATCH" && Interlocked.Increment(ref parts) == 3)
            {
                cut.SetResult();
                await route.AbortAsync("connectionreset");
            }
            else await route.ContinueAsync();
        });

        await ChooseAsync(ann, new FilePayload { Name = "big.bin", MimeType = "application/octet-stream", Buffer = content });
        await cut.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        var card = ann.Page.Locator("a.card").First;
        await Assertions.Expect(card).ToHaveTextAsync("big.bin", new() { Timeout = (float)Patience.Limit.TotalMilliseconds });
        using var http = new HttpClient();
        var arrived = await http.GetByteArrayAsync(new Uri($"http://localhost:{folder.Http}{await card.GetAttributeAsync("href")}"), TestContext.Current.CancellationToken);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(arrived));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Data, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_given_up_leaves_nothing_and_what_is_refused_says_why()
    {
        using var folder = new ServerFolder();
        folder.Set("files", "max_bytes", 1_000_000);
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync("en-US");
        var ann = await ChatPage.EnterAsync(person, folder, "ann");
        await ann.Composer.FillAsync("still here");

        await ChooseAsync(ann, new FilePayload { Name = "big.bin", MimeType = "application/octet-stream", Buffer = new byte[1_000_001] });
        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Alert).GetByText("larger than is taken here")).ToBeVisibleAsync();
        await ann.ClickAsync("Cancel big.bin");
        await ChooseAsync(ann, new FilePayload { Name = "page.png", MimeType = "image/png", Buffer = "<html><script>alert(1)</script>"u8.ToArray() });
        await Assertions.Expect(ann.Page.GetByText("not what its name says")).ToBeVisibleAsync();
        await ann.ClickAsync("Cancel page.png");

        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await person.RouteAsync("**/upload/*", async route =>
        {
            if (route.Request.Method == "PATCH") await route.AbortAsync("internetdisconnected");
            else await route.ContinueAsync();
            if (route.Request.Method == "DELETE") held.TrySetResult();
        });
        await ChooseAsync(ann, new FilePayload { Name = "no.bin", MimeType = "application/octet-stream", Buffer = new byte[900_000] });
        await Assertions.Expect(ann.Page.GetByText("goes on when it is back")).ToBeVisibleAsync();
        await ann.ClickAsync("Cancel no.bin");
        await Assertions.Expect(ann.Page.Locator(".tray li")).ToHaveCountAsync(0);
        await held.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await Patience.SeeAsync(() => !Directory.EnumerateFiles(Path.Combine(folder.Data, "files"), "*", SearchOption.AllDirectories).Any(), () => "Something of it is left.");

        await Assertions.Expect(ann.Composer).ToHaveValueAsync("still here");
        await Assertions.Expect(ann.Page.Locator(".file")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_long_text_that_is_pasted_can_be_a_file()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync("en-US");
        await person.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var ann = await ChatPage.EnterAsync(person, folder, "ann");
        await ann.Composer.FillAsync("before ");
        var text = string.Join('\n', Enumerable.Range(0, 300).Select(i => $"line {i} 茶"));
        await ann.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await ann.Composer.FocusAsync();
        await ann.Page.Keyboard.PressAsync("End");
        await ann.Page.Keyboard.PressAsync("Control+V");

        await ann.ClickAsync("Send as a file");

        await Assertions.Expect(ann.Composer).ToHaveValueAsync("before ");
        var card = ann.Page.Locator("a.card").First;
        await Assertions.Expect(card).ToHaveTextAsync("paste.txt");
        using var http = new HttpClient();
        Assert.Equal(text, await http.GetStringAsync(new Uri($"http://localhost:{folder.Http}{await card.GetAttributeAsync("href")}"), TestContext.Current.CancellationToken));
    }

    private static async Task ChooseAsync(ChatPage page, FilePayload file)
    {
        var chooser = await page.Page.RunAndWaitForFileChooserAsync(() => page.ClickAsync("Send a file"));
        await chooser.SetFilesAsync(file);
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
