using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Web;

/// <summary>
/// <c>/reset/&lt;token&gt;</c>: whoever has the link that the admin was shown sets a new password, once. To look at it uses nothing up, and
/// the page asks for nothing that another page could answer: the token is in its address alone.
/// </summary>
internal sealed class ResetPage(ChatServer chat)
{
    public const string Prefix = "/reset/";

    private const int LongestForm = 8 * 1024;

    private const string Form = """
        <form method="post">
          <p><label>新密码 · New password<br><input type="password" name="password" autocomplete="new-password" required autofocus></label></p>
          <p><button type="submit">设置 · Set</button></p>
        </form>
        """;

    private static readonly Lazy<string> Page = new(() => TrustPage.Resource("reset.html"));

    public async Task ServeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            await SendAsync(context, StatusCodes.Status200OK, "请输入新密码，至少六个字符。", "Type a new password of at least six characters.", Form);
            return;
        }
        if (!HttpMethods.IsPost(method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        if (await ReadAsync(context) is not { } password)
        {
            await SendAsync(context, StatusCodes.Status400BadRequest, "这不是一份填好的表单。", "That is no form with a password.", Form);
            return;
        }
        var address = PeerAddress.Plain(context.Connection.RemoteIpAddress ?? System.Net.IPAddress.None);
        await AnswerAsync(context, await chat.ResetPasswordAsync(address, context.Request.Path.Value![Prefix.Length..], password, context.RequestAborted));
    }

    private static Task AnswerAsync(HttpContext context, PasswordResult result) => result.Refusal switch
    {
        PasswordRefusal.None => SendAsync(context, StatusCodes.Status200OK,
            "密码已设置，现在可以用它登录。忘记密码时，可以用下面的恢复代码设置新密码（只能用一次）。请抄下来，它不会再显示。",
            "The password is set: log in with it now. If it is ever forgotten, the recovery code below sets a new one, once. Write it down: it is not shown again.",
            result.RecoveryCode is { } code ? $"<code class=\"fingerprint\">{HtmlEncoder.Default.Encode(code)}</code>" : ""),
        PasswordRefusal.WeakPassword => SendAsync(context, StatusCodes.Status400BadRequest, "密码太短，至少要六个字符。", "The password is too short: it needs six characters.", Form),
        PasswordRefusal.UnacceptablePassword => SendAsync(context, StatusCodes.Status400BadRequest, "这个密码不能用。", "That password cannot be used.", Form),
        PasswordRefusal.NotAllowed => SendAsync(context, StatusCodes.Status410Gone,
            "这个链接无效，或者已经用过、过期了。请向管理员要一个新的。", "The link is not valid, or not any more. Ask the server's admin for a new one.", ""),
        _ => SendAsync(context, StatusCodes.Status503ServiceUnavailable, "现在不行，请稍后再试。", "Not now; try again a little later.", Form),
    };

    /// <summary>The form's password, or null.</summary>
    private static async Task<string?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LongestForm || context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return null;
        // Nothing else that is served has a body.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LongestForm;
        var body = new ArrayBufferWriter<byte>(1024);
        while (true)
        {
            var read = await context.Request.Body.ReadAsync(body.GetMemory(1024), context.RequestAborted);
            if (read == 0) break;
            body.Advance(read);
            if (body.WrittenCount > LongestForm) return null;
        }
        return QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.WrittenSpan)).TryGetValue("password", out var given) && given is [{ Length: > 0 } password] ? password : null;
    }

    private static async Task SendAsync(HttpContext context, int status, string chinese, string english, string below)
    {
        var body = Encoding.UTF8.GetBytes(Page.Value
            .Replace("{{zh}}", chinese, StringComparison.Ordinal).Replace("{{en}}", english, StringComparison.Ordinal).Replace("{{below}}", below, StringComparison.Ordinal));
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
