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
/// <param name="connect">Makes the client for a guest and the rooms to be in.</param>
public sealed class Visit(Keepsake keepsake, Func<Login.Guest, IReadOnlyList<string>, ChatClient> connect)
{
    private readonly TaskCompletionSource _named = new();
    private Login.Guest? _guest;

    public event Action? Changed;

    public VisitStage Stage { get; private set; }

    public ChatClient? Client { get; private set; }

    /// <summary>Why the name could not be had, or while entering why it takes so long; null if nothing is wrong.</summary>
    public Problem? Trouble { get; private set; }

    /// <summary>The name that was given last; empty at the first visit.</summary>
    public string Name => _guest?.Name ?? "";

    public bool IsKept => keepsake.Works;

    /// <summary>Waits for a name unless one was kept, then runs the client until the page ends.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        _guest = keepsake.Guest;
        if (_guest is null) await _named.Task.WaitAsync(cancel);
        else Stage = _guest.Registered ? VisitStage.Chatting : VisitStage.Entering;
        Client = connect(_guest!, keepsake.Rooms);
        foreach (var room in Client.State.Rooms) Restore(room);
        Client.State.Changed += OnChanged;
        Changed?.Invoke();
        await Client.RunAsync(cancel);
    }

    /// <summary>Asks for a name.</summary>
    public void Enter(string nick)
    {
        _guest = keepsake.Take(nick);
        Trouble = null;
        Stage = VisitStage.Entering;
        if (Client is null)
        {
            _named.TrySetResult();
        }
        else
        {
            Client.UseLogin(_guest);
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
        if (state.Me.Account is not null) keepsake.Registered();
        keepsake.KeepRooms(state.Rooms);
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
