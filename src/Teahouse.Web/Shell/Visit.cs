using Teahouse.Client;

namespace Teahouse.Web.Shell;

public enum VisitStage
{
    /// <summary>The page asks for a name.</summary>
    Welcome,
    /// <summary>A name was given for the first time and is being asked for.</summary>
    Entering,
    /// <summary>In: whatever the connection does, the chat is shown.</summary>
    Chatting,
}

/// <summary>
/// The way from the open page into the chat: from a name, or from what the browser kept of the last visit. Used only on the page's
/// thread.
/// </summary>
/// <param name="options">How to connect, for a login and the rooms to be in.</param>
public sealed class Visit(Keepsake keepsake, Func<Login, IReadOnlyList<string>, ClientOptions> options)
{
    // What this browser is called among the devices of an account, until its person names it.
    private const string DeviceName = "Web";

    // Nobody who logs out waits longer for a server.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource _named = new();
    private Login? _login;
    private Task _linking = Task.CompletedTask;

    public event Action? Changed;

    public VisitStage Stage { get; private set; }

    public ChatClient? Client { get; private set; }

    /// <summary>Why the name could not be had, or while entering why it takes so long; null if nothing is wrong.</summary>
    public Problem? Trouble { get; private set; }

    /// <summary>The name that was given last; empty at the first visit.</summary>
    public string Name => _login?.Nick ?? "";

    /// <summary>A password was given, which this browser does not keep.</summary>
    public bool IsByPassword { get; private set; }

    public bool IsKept => keepsake.Works;

    /// <summary>Waits for a name unless one was kept, then runs the client until the page ends.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        _login = keepsake.Login;
        if (_login is null) await _named.Task.WaitAsync(cancel);
        else Stage = _login is Login.Guest { Registered: false } ? VisitStage.Entering : VisitStage.Chatting;
        Client = new ChatClient(options(_login!, keepsake.Rooms));
        foreach (var room in Client.State.Rooms) Restore(room);
        Client.State.Changed += OnChanged;
        Changed?.Invoke();
        await Client.RunAsync(cancel);
        await _linking;
    }

    /// <summary>Asks for a name.</summary>
    public void Enter(string nick)
    {
        IsByPassword = false;
        Begin(keepsake.Take(nick));
    }

    /// <summary>Logs in to an account. The browser then gets a credential of its own, and forgets the password.</summary>
    public void LogIn(string name, string password)
    {
        IsByPassword = true;
        Begin(new Login.Account(name, password));
    }

    /// <summary>Sets a new password by the recovery code, beside whatever else goes on; nobody is logged in by it.</summary>
    public Task<ServiceAnswer> RecoverAsync(string name, string code, string password) =>
        PasswordRecovery.RunAsync(options(new Login.Anonymous(name), []), name, code, password);

    /// <summary>Shows a code, and comes in once somebody who is logged in elsewhere has accepted it.</summary>
    public async Task<ServiceAnswer> LinkAsync(string device, Action<string, TimeSpan> shown, CancellationToken cancel)
    {
        var (login, answer) = await DeviceLinking.RunAsync(options(new Login.Anonymous("guest"), []), device, shown, cancel);
        if (login is null) return answer;
        IsByPassword = false;
        keepsake.TakeMember(login.Name, login.Secret);
        Begin(login);
        return answer;
    }

    private void Begin(Login login)
    {
        _login = login;
        Trouble = null;
        Stage = VisitStage.Entering;
        if (Client is null)
        {
            _named.TrySetResult();
        }
        else
        {
            Client.UseLogin(login);
            Client.ReconnectNow();
        }
        Changed?.Invoke();
    }

    /// <summary>Everything in the conversation was read.</summary>
    public void MarkRead(Conversation conversation)
    {
        Client!.MarkRead(conversation);
        keepsake.KeepRead(conversation);
    }

    /// <summary>From this message on everything is unread again.</summary>
    public void MarkUnread(Conversation conversation, TimelineMessage message)
    {
        Client!.MarkUnread(conversation, message);
        keepsake.KeepRead(conversation);
    }

    /// <summary>Before <see cref="ForgetAsync"/>, for who logs out: the key that this browser has opens the account no more, if the server hears of it in time.</summary>
    public async Task LeaveAsync(TimeProvider time)
    {
        // Other tabs go at once: the key that is revoked is theirs too.
        Client!.State.Changed -= OnChanged;
        keepsake.ForgetAll();
        await Task.WhenAny(Client.RevokeThisDeviceAsync(), Task.Delay(Farewell, time));
    }

    /// <summary>The account is no more: this browser is nobody's, and the client does not come back as whom it was.</summary>
    public async Task ForgetAsync()
    {
        Client!.State.Changed -= OnChanged;
        keepsake.ForgetAll();
        await Client.ForgetArchiveAsync();
        Client.Quit();
    }

    private void OnChanged()
    {
        var state = Client!.State;
        if (state.Connection.IsOnline) Arrived(state);
        else if (state.Connection is { Phase: ConnectionPhase.Stopped, Problem: { } problem }) Refused(problem);
        else if (Stage == VisitStage.Entering) Trouble = state.Connection.Problem;
        foreach (var chat in state.DirectChats)
            if (chat.ReadPosition is null) Restore(chat);
        Changed?.Invoke();
    }

    private void Arrived(ChatState state)
    {
        Stage = VisitStage.Chatting;
        Trouble = null;
        if (IsByPassword) Link(state);
        else if (state.Me.Account is not null) keepsake.Registered();
        keepsake.KeepRooms(state.Rooms);
    }

    private void Link(ChatState state)
    {
        IsByPassword = false;
        _linking = LinkAsync(state.Me.Account ?? _login!.Nick);
    }

    // Without a credential the next visit asks for the password again.
    private async Task LinkAsync(string account)
    {
        if ((await Client!.AddDeviceAsync(DeviceName)).Secret is not { } credential) return;
        keepsake.TakeMember(account, credential);
        _login = new Login.Account(account, credential);
        // From now on this is a device among others: revoked, it is out at once.
        Client.ReconnectAs(_login);
    }

    private void Refused(Problem problem)
    {
        Trouble = problem;
        Stage = VisitStage.Welcome;
        if (problem.Kind is ProblemKind.LoginRefused) keepsake.ForgetGuest();
    }

    private void Restore(Conversation conversation)
    {
        if (keepsake.Read(conversation) is { } read) Client!.SetReadPosition(conversation, read);
    }
}
