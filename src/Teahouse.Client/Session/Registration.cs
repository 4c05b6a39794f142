using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// The way from an open connection to being online: capabilities, login, name
/// (<see href="https://modern.ircdocs.horse/#connection-registration"/>). Lines in, lines out; no clock. Used only from the client's loop.
/// </summary>
/// <remarks>
/// The name of an account is refused to whoever is not logged in to it, so NICK comes after the login; a guest that has no account yet
/// names itself first, since the account is called after the nick.
/// </remarks>
internal sealed class Registration(Login login, Action<Message> send)
{
    private readonly Dictionary<string, string?> _offered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enabled = new(StringComparer.Ordinal);
    private int _unanswered;
    private int _renames;
    private bool _triedLogin;
    private bool _triedRegister;
    private bool _loggingIn;
    private bool _nickSent;
    private bool _userSent;
    private bool _ended;
    private bool _registerWhenOnline;
    private bool _welcomed;
    private Problem? _saslProblem;

    /// <summary>True when the server has let us in.</summary>
    public bool Done { get; private set; }

    /// <summary>Why it cannot go on; null while it can.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>The login for the next time: a guest whose account has been made is registered.</summary>
    public Login Login { get; private set; } = login;

    public void Start() => send(new("CAP", "LS", "302"));

    public void Take(Message m)
    {
        if (Done || Problem is not null) return;
        switch (m.Command)
        {
            case "CAP" when m.Count >= 3: TakeCap(m); break;
            case "421" or "451" when m.Count >= 2 && m[1] == "CAP" && !_nickSent: Finish(); break;
            case "AUTHENTICATE" when m.Count >= 1 && m[0] == "+": SendCredentials(); break;
            case "903": LoggedIn(); break;
            case "902" or "904" or "905" or "906": LoginFailed(new(ProblemKind.LoginRefused, m.Command, m[^1])); break;
            case "REGISTER" when m.Count >= 2 && m[0] == "SUCCESS": Registered(); break;
            case "FAIL" when m.Count >= 3: TakeFail(m); break;
            case "433" or "436" or "437" when m.Count >= 2: NameRefused(Problems.Of(m)); break;
            case "432": Problem = new(ProblemKind.NameInvalid, m.Command, m[^1]); break;
            case "464": Problem = new(ProblemKind.LoginRefused, m.Command, m[^1]); break;
            case "465": Problem = new(ProblemKind.Banned, m.Command, m[^1]); break;
            case "376" or "422": Welcomed(); break;
        }
    }

    private void TakeCap(Message m)
    {
        switch (m[1])
        {
            case "LS":
                foreach (var capability in CapabilityList.Parse(m[^1])) _offered[capability.Name] = capability.Value;
                if (m.Count < 4) RequestCapabilities();
                break;
            case "ACK":
                _enabled.UnionWith(CapabilityList.ParseRequests(m[^1]).Select(c => c.Name));
                CapabilitiesAnswered();
                break;
            case "NAK":
                var refused = CapabilityList.ParseRequests(m[^1]);
                // A line is taken as a whole or not at all; one by one shows which of them it was.
                if (refused.Count > 1)
                    foreach (var item in refused) Require(item.Name);
                CapabilitiesAnswered();
                break;
        }
    }

    private void RequestCapabilities()
    {
        const int ListBytes = 400;
        var wanted = WantedCapabilities.All.Where(_offered.ContainsKey).ToArray();
        if (wanted.Length == 0) LogIn();
        else
            foreach (var list in CapabilityList.Lines(wanted, ListBytes)) Require(list);
    }

    private void Require(string list)
    {
        _unanswered++;
        send(new("CAP", "REQ", list));
    }

    private void CapabilitiesAnswered()
    {
        if (--_unanswered == 0 && !_ended) LogIn();
    }

    private bool CanLogIn =>
        _enabled.Contains(Capabilities.Sasl)
        && (_offered.GetValueOrDefault(Capabilities.Sasl) is not { Length: > 0 } mechanisms || mechanisms.Split(',').Contains("PLAIN"));

    private void LogIn()
    {
        switch (Login)
        {
            case Login.Account when !CanLogIn:
                Problem = new(ProblemKind.LoginRefused, "NO_SASL", "The server offers no login.");
                break;
            case Login.Account or Login.Guest { Registered: true } when CanLogIn: Authenticate(); break;
            case Login.Guest when _enabled.Contains(Capabilities.AccountRegistration): Register(); break;
            default: Finish(); break;
        }
    }

    private void Authenticate()
    {
        _triedLogin = true;
        _loggingIn = true;
        send(new("AUTHENTICATE", "PLAIN"));
    }

    private void SendCredentials()
    {
        var (account, secret) = Login switch
        {
            Login.Account a => (a.Name, a.Secret),
            Login.Guest g => (g.Name, g.Credential),
            _ => throw new InvalidOperationException("Nothing to log in with."),
        };
        var payload = SaslPlain.Encode("", account, secret);
        foreach (var chunk in SaslChunks.Split(payload)) send(new("AUTHENTICATE", chunk));
        Array.Clear(payload);
    }

    private void LoggedIn()
    {
        _loggingIn = false;
        if (Login is Login.Guest guest) Login = guest with { Registered = true };
        // A name that was refused before the login is ours now.
        _nickSent = false;
        Finish();
    }

    private void LoginFailed(Problem problem)
    {
        _loggingIn = false;
        // A guest's account is freed after a while unseen: then it is made anew, if the name is still free.
        var again = Login is Login.Guest && !_triedRegister && _enabled.Contains(Capabilities.AccountRegistration) && _saslProblem is null;
        if (again) Register();
        else Problem = _saslProblem ?? (_triedRegister ? new(ProblemKind.NameTaken, problem.Code, problem.Detail) : problem);
    }

    private void Register()
    {
        _triedRegister = true;
        SendName(Login.Nick);
        var options = (_offered.GetValueOrDefault(Capabilities.AccountRegistration) ?? "").Split(',');
        if (options.Contains("before-connect")) SendRegister();
        else
        {
            _registerWhenOnline = true;
            Finish();
        }
    }

    private void SendRegister() => send(new("REGISTER", "*", "*", ((Login.Guest)Login).Credential));

    private void Registered()
    {
        Login = (Login.Guest)Login with { Registered = true };
        if (_welcomed) Done = true;
        else Finish();
    }

    private void TakeFail(Message m)
    {
        var problem = Problems.Of(m);
        switch (m[0])
        {
            // Follows a NICK that was refused, which is dealt with.
            case "REGISTER" when m[1] == "NEED_NICK": break;
            case "REGISTER" when m[1] == "ACCOUNT_EXISTS": NameRefused(problem); break;
            case "REGISTER" when m[1] == "COMPLETE_CONNECTION_REQUIRED":
                _registerWhenOnline = true;
                Finish();
                break;
            case "REGISTER":
                // Also where it is only for now: whoever stands at the door decides whether to knock again.
                Problem = problem.Kind == ProblemKind.NameInvalid ? problem : problem with { Kind = ProblemKind.RegistrationRefused };
                break;
            case "AUTHENTICATE" when problem.Kind == ProblemKind.TryLater: _saslProblem = problem; break;
            case "*" or "NICK" or "USER" when problem.Kind is ProblemKind.AccountRequired or ProblemKind.TryLater: Problem = problem; break;
        }
    }

    private void NameRefused(Problem problem)
    {
        const int MostRenames = 5;
        // The name may be taken by this very guest, whose page was closed before it learned that the account was made.
        if (Login is Login.Guest)
        {
            if (_loggingIn) return;
            if (CanLogIn && !_triedLogin && !_ended) Authenticate();
            else Problem = problem with { Kind = ProblemKind.NameTaken };
        }
        else if (_renames < MostRenames)
        {
            _renames++;
            send(new("NICK", Login.Nick + new string('_', _renames)));
        }
        else
        {
            Problem = problem;
        }
    }

    private void SendName(string nick)
    {
        if (!_nickSent) send(new("NICK", nick));
        _nickSent = true;
        if (_userSent) return;
        _userSent = true;
        send(new("USER", UserName(nick), "0", "*", Login.RealName is { Length: > 0 } name ? name : nick));
    }

    // An ident of plain letters; the server makes of it what it likes.
    private static string UserName(string nick)
    {
        var letters = new StringBuilder();
        foreach (var c in nick)
        {
            if (char.IsAsciiLetterOrDigit(c) && letters.Length < 10) letters.Append(c);
        }
        return letters.Length > 0 ? letters.ToString() : "user";
    }

    private void Finish()
    {
        SendName(Login.Nick);
        if (_ended) return;
        _ended = true;
        send(new("CAP", "END"));
    }

    private void Welcomed()
    {
        _welcomed = true;
        if (_registerWhenOnline)
        {
            _registerWhenOnline = false;
            SendRegister();
            return;
        }
        Done = true;
    }
}
