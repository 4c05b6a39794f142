using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Accounts;
using Teahouse.Web.Welcome;

namespace Teahouse.Web.Shell;

/// <summary>What services say against something, in the reader's language, as a sentence of its own.</summary>
public static class AnswerTexts
{
    public static readonly Text NotOperator = new("你在这里没有这个权限。", "You may not do that here.");
    public static readonly Text NotNow = new("服务器现在做不到，请稍后再试。", "The server cannot do that now; try again later.");
    public static readonly Text LogIn = new("先要登录到一个账号。", "Log in to an account first.");
    public static readonly Text Unusable = new("这个密码不能用。", "This password cannot be used.");

    private static readonly (string Code, Text Says)[] Codes =
    [
        (AnswerCodes.WeakPassword, AccountTexts.WeakPassword),
        (AnswerCodes.UnacceptablePassword, Unusable),
        (AnswerCodes.InvalidCode, RecoverTexts.Wrong),
        (AnswerCodes.TooManyFailures, RecoverTexts.TooOften),
        (AnswerCodes.TemporarilyUnavailable, NotNow),
        (AnswerCodes.AccountRequired, LogIn),
        (AnswerCodes.NotOperator, NotOperator),
        (AnswerCodes.LastKey, AccountTexts.TheLastKey),
    ];

    /// <param name="otherwise">With one hole, for what this page has no sentence for: the problem, or the service's own words.</param>
    public static string Say(ServiceAnswer answer, Language language, Text otherwise) =>
        Codes.FirstOrDefault(c => answer.Has(c.Code)).Says is { } known ? known.In(language)
        : otherwise.In(language, answer.Problem is { } problem ? ShellTexts.Of(problem).In(language) : answer.Said);
}
