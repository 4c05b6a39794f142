using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What one does with one's account, through NickServ. Only over a connection that takes labels.</summary>
public sealed partial class ChatClient
{
    private const string NickServ = "NickServ";

    /// <summary>The devices that log in to this account; null with the reason if they cannot be known.</summary>
    public async Task<(IReadOnlyList<LinkedDevice>? Devices, Problem? Problem)> DevicesAsync()
    {
        var answer = await AskNickServAsync("ACCESS LIST");
        return answer.Problem is { } problem ? (null, problem) : ([.. answer.Sentences.Select(LinkedDevice.Read).OfType<LinkedDevice>()], null);
    }

    /// <summary>It logs in no more, and what it has open ends. False if it was not there, or is the only way into the account.</summary>
    public async Task<bool> RevokeDeviceAsync(LinkedDevice device) =>
        (await AskNickServAsync(string.Create(CultureInfo.InvariantCulture, $"ACCESS REVOKE {device.Number}"))).Has(AnswerCodes.DeviceRevoked);

    /// <summary>
    /// The key that this device came in with opens the account no more, and the connection ends. For logging out: what comes of it is only
    /// told, and who has no other way in keeps the key.
    /// </summary>
    public async Task RevokeThisDeviceAsync() => await AskNickServAsync("ACCESS REVOKE THIS");

    public async Task<bool> NameDeviceAsync(LinkedDevice device, string name) =>
        (await AskNickServAsync(string.Create(CultureInfo.InvariantCulture, $"ACCESS NAME {device.Number} {name}"))).Has(AnswerCodes.DeviceNamed);

    /// <summary>Makes a credential for one more device: <see cref="ServiceAnswer.Secret"/>.</summary>
    public Task<ServiceAnswer> AddDeviceAsync(string name) => AskNickServAsync($"ACCESS ADD {name}");

    /// <summary>Which device shows that code: its name, which may be empty; null with the reason if none does.</summary>
    public async Task<(string? Name, ServiceAnswer Answer)> LinkingDeviceAsync(string code)
    {
        var answer = await AskNickServAsync($"LINK SHOW {OneWord(code)}");
        return (answer.ValuesOf(AnswerCodes.LinkAsks) is { } values ? string.Join(',', values) : null, answer);
    }

    /// <summary>Lets the device that shows the code into this account; with a device more, one is no guest any more.</summary>
    public async Task<ServiceAnswer> AcceptLinkAsync(string code)
    {
        var answer = await AskNickServAsync($"LINK ACCEPT {OneWord(code)}");
        if (answer.Has(AnswerCodes.LinkDone)) await InvokeAsync(_ => BecomeMember());
        return answer;
    }

    public Task<ServiceAnswer> RefuseLinkAsync(string code) => AskNickServAsync($"LINK REFUSE {OneWord(code)}");

    internal Task<ServiceAnswer> BeginLinkAsync(string name) => AskNickServAsync($"LINK NEW {name}".TrimEnd());

    internal Task<ServiceAnswer> LinkStatusAsync() => AskNickServAsync("LINK STATUS");

    // Gaps are for reading.
    private static string OneWord(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Sets a password: with it, one is no guest any more. <see cref="ServiceAnswer.Secret"/> is the code that sets another.</summary>
    /// <param name="password">Words with single spaces between them at most: so it is sent.</param>
    public async Task<ServiceAnswer> SetPasswordAsync(string password)
    {
        var answer = await AskNickServAsync($"SET PASSWORD {password}");
        if (answer.Has(AnswerCodes.PasswordSet)) await InvokeAsync(_ => BecomeMember());
        return answer;
    }

    internal Task<ServiceAnswer> RecoverAsync(string account, string code, string password) => AskNickServAsync($"RECOVER {account} {code} {password}");

    private bool BecomeMember()
    {
        if (_login is Login.Guest guest) _login = new Login.Account(guest.Name, guest.Credential) { RealName = guest.RealName };
        State.Set(State.Me with { IsGuest = false });
        return true;
    }

    /// <summary>Removes the account for good; the server then ends this connection.</summary>
    public async Task<Problem?> RemoveAccountAsync()
    {
        var asked = await AskNickServAsync("DROP");
        if (asked.Problem is { } problem) return problem;
        if (asked.ValuesOf(AnswerCodes.ConfirmDrop) is not [var code, ..]) return new(ProblemKind.NotAllowed, "", asked.Said);
        var removed = await await InvokeAsync(_ => AskNickServAsync($"DROP {code}"));
        return removed.Has(AnswerCodes.AccountRemoved) || removed.Problem?.Kind == ProblemKind.ConnectionLost ? null : removed.Problem ?? new(ProblemKind.NotAllowed, "", removed.Said);
    }

    private Task<ServiceAnswer> AskNickServAsync(string command) => AskServiceAsync(NickServ, command);

    private Task<ServiceAnswer> AskServiceAsync(string service, string command)
    {
        if (!State.Connection.IsOnline) return Task.FromResult<ServiceAnswer>(new([], new(ProblemKind.Offline)));
        if (!State.Has(Capabilities.LabeledResponse)) return Task.FromResult<ServiceAnswer>(new([], new(ProblemKind.NotAllowed)));
        var done = new TaskCompletionSource<ServiceAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        AskAside(new Message("PRIVMSG", service, command), service, null, answer => done.SetResult(new(SentencesOf(answer), answer.Problem)));
        return done.Task;
    }

    private static List<ServiceSentence> SentencesOf(Answer answer)
    {
        Message[] lines = answer.Incoming switch
        {
            IncomingLine line => [line.Message],
            IncomingBatch batch => [.. batch.Lines()],
            _ => [],
        };
        return [.. lines.Where(m => m is { Command: "NOTICE", Count: >= 2 }).Select(m => ServiceSentence.Read(m[1], m.Tags[TagNames.Answer]))];
    }
}
