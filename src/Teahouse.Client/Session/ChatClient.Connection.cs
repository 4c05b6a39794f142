using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatClient
{
    // A connection that lived this long was good: the next loss starts counting anew.
    private static readonly TimeSpan Proven = TimeSpan.FromSeconds(30);

    // Who comes early counts few. The crowd tells how soon to come back.
    private static readonly TimeSpan CountAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CountEvery = TimeSpan.FromHours(1);

    private Connection? _connection;
    private Registration? _registration;
    private Login _login;
    private Problem? _lastProblem;
    private string? _serverError;
    private int _attempt;
    private bool _isChangingLogin;
    private TimeSpan _attemptedAt;

    /// <summary>
    /// Connects at once instead of waiting; where a connection seems to be up, finds out at once whether it is. For when the network
    /// or the page comes back, and for a person who does not want to wait.
    /// </summary>
    public void ReconnectNow()
    {
        _claimAt = Uptime;
        _mailbox.Nudge();
        switch (State.Connection.Phase)
        {
            case ConnectionPhase.Waiting or ConnectionPhase.Stopped: StartAttempt(); break;
            case ConnectionPhase.Online when _pingUnansweredSince is null: SendPing(Uptime); break;
        }
    }

    /// <summary>As whom to connect from the next attempt on.</summary>
    public void UseLogin(Login login) => _login = login;

    /// <summary>Connects anew at once, as whom it is said here.</summary>
    public void ReconnectAs(Login login)
    {
        _login = login;
        if (_connection is not { } connection) return;
        _isChangingLogin = true;
        connection.Abort(new(ProblemKind.ConnectionLost));
    }

    /// <summary>Says goodbye; <see cref="RunAsync"/> ends when the server has closed, or after two seconds.</summary>
    public void Quit(string reason = "")
    {
        if (_connection is null || !State.Connection.IsOnline)
        {
            _mailbox.Close();
            return;
        }
        Send(reason.Length > 0 ? new("QUIT", reason) : new("QUIT"));
        _quitBy = Uptime + TimeSpan.FromSeconds(2);
    }

    private void StartAttempt()
    {
        _retryAt = null;
        _serverError = null;
        _attempt++;
        _attemptedAt = Uptime;
        _onlineBy = Uptime + _options.ConnectTimeout;
        var connection = new Connection(_options.Connect, _mailbox);
        connection.Opened += OnOpened;
        connection.Received += OnReceived;
        connection.Closed += problem => OnClosed(connection, problem);
        _connection = connection;
        State.Set(new ConnectionState(ConnectionPhase.Connecting, _lastProblem, Attempt: _attempt));
        connection.Start();
    }

    private void OnOpened()
    {
        State.Set(new ConnectionState(ConnectionPhase.Registering, _lastProblem, Attempt: _attempt));
        _registration = new(_login, m => Send(m));
        _registration.Start();
    }

    private void OnReceived(Message message)
    {
        // Whoever speaks may take its time, for the login of many at once for example.
        if (_lastHeard < _attemptedAt && _onlineBy is not null) _onlineBy = _attemptedAt + _options.RegistrationTimeout;
        _lastHeard = Uptime;
        _pingUnansweredSince = null;
        if (message.Command == "PING") Send(new("PONG", [.. message.Parameters]));
        if (message.Command == "ERROR" && message.Count > 0) _serverError = message[^1];
        try
        {
            if (State.Apply(message, Now) is not { } incoming) return;
            if (_registration is { } registration) Register(registration, message);
            else _requests.Take(incoming);
        }
        catch (InvalidDataException e)
        {
            // After a broken frame nothing that follows can be trusted.
            _connection?.Abort(new(ProblemKind.ProtocolBroken, "", e.Message));
        }
    }

    private void Register(Registration registration, Message message)
    {
        registration.Take(message);
        _login = registration.Login;
        if (registration.Problem is { } problem) _connection?.Abort(problem);
        if (!registration.Done) return;

        _registration = null;
        _lastProblem = null;
        _attempt = 0;
        _onlineBy = null;
        _onlineSince = Uptime;
        State.Set(State.Me with { IsGuest = _login is Login.Guest && State.Me.Account is not null });
        State.Set(new ConnectionState(ConnectionPhase.Online));
        // Attach first, then fetch: the other order loses what is said in between.
        JoinWanted();
        _sync.Start();
        _markers.Start();
        _claimAt = Uptime;
        _countAt = Uptime + CountAfter;
        if (State.WantedAwayText is { } away) Send(new("AWAY", away));
    }

    private void JoinWanted()
    {
        const int ListBytes = 400;
        var rooms = State.RoomList.Where(r => r is { Wanted: true, IsJoined: false }).ToArray();
        foreach (var room in rooms.Where(r => r.JoinKey is not null)) Send(new("JOIN", room.Name, room.JoinKey!));
        var names = rooms.Where(r => r.JoinKey is null).Select(r => r.Name).ToArray();
        if (names.Length == 0) return;
        foreach (var list in CapabilityList.Lines(names, ListBytes)) Send(new("JOIN", list.Replace(' ', ',')));
    }

    private void JoinRedirected()
    {
        foreach (var room in State.Redirected) Send(room.JoinKey is { } key ? new("JOIN", room.Name, key) : new("JOIN", room.Name));
        State.Redirected.Clear();
    }

    private void AskWho()
    {
        // In larger rooms who speaks is learned when he speaks.
        const int MostMembers = 300;
        foreach (var room in State.RoomList.Where(r => r.WhoDue))
        {
            room.WhoDue = false;
            room.WhoAsked = true;
            if (State.Features.HasWhox && room.MemberTable.Count <= MostMembers) Send(new("WHO", room.Name, ChatState.WhoFields));
        }
    }

    private void OnClosed(Connection connection, Problem problem)
    {
        if (_serverError is { } error && problem.Kind == ProblemKind.ConnectionLost) problem = new(ProblemKind.ClosedByServer, "ERROR", error);
        if (State.Connection.IsOnline && Uptime - _onlineSince >= Proven) _backoff.Reset();
        Forget(connection);
        _lastProblem = problem;
        if (_quitBy is not null)
        {
            _mailbox.Close();
        }
        else if (_isChangingLogin)
        {
            _isChangingLogin = false;
            StartAttempt();
        }
        else if (problem.NeedsPerson)
        {
            State.Set(new ConnectionState(ConnectionPhase.Stopped, problem, Attempt: _attempt));
        }
        else
        {
            var wait = _backoff.Next(State.Crowd);
            _retryAt = Uptime + wait;
            State.Set(new ConnectionState(ConnectionPhase.Waiting, problem, Now + wait, _attempt));
        }
    }

    private void Forget(Connection connection)
    {
        connection.Dispose();
        _connection = null;
        _registration = null;
        _onlineBy = null;
        _pingUnansweredSince = null;
        State.Disconnected();
        _requests.FailAll(new(ProblemKind.ConnectionLost));
    }
}
