using System.Globalization;
using System.Text;
using System.Text.Json;
using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Files;

/// <summary>The files that are on their way from this page. Used only on the page's thread.</summary>
public sealed class Uploads
{
    private readonly IFileBox _box;
    private readonly List<Upload> _all = [];

    public Uploads(IFileBox box)
    {
        _box = box;
        box.Listen(Offer, Hear);
    }

    public event Action? Changed;

    /// <summary>The conversation that is open; null: files that come now go nowhere.</summary>
    public Conversation? Here { get; set; }

    /// <summary>Where files go and as whom; null: this server takes none, or not from this person.</summary>
    public FileHosting? Hosting { get; set; }

    /// <summary>Whoever opens a file of this server has to log in.</summary>
    public bool ArePrivate { get; set; }

    /// <summary>A file is at the server: its link is to be said in its conversation.</summary>
    public Action<Conversation, string> Done { get; set; } = (_, _) => { };

    public IEnumerable<Upload> In(Conversation conversation) => _all.Where(upload => ReferenceEquals(upload.To, conversation));

    public void Choose() => _box.Choose();

    /// <summary>Sends what was asked about, or refused.</summary>
    public void Send(Upload upload)
    {
        if (Hosting is not { } host) return;
        Replace(upload.Id, _ => upload with { State = UploadState.Sending, Sent = 0, Why = "" });
        _box.Upload(upload.Id, host.Address, host.Authorization);
    }

    public void Forget(Upload upload)
    {
        _all.RemoveAll(other => other.Id == upload.Id);
        _box.Forget(upload.Id);
        Changed?.Invoke();
    }

    private void Offer(string json)
    {
        using var offered = JsonDocument.Parse(json);
        foreach (var file in offered.RootElement.EnumerateArray())
        {
            var id = file.GetProperty("id").GetString()!;
            if (Here is not { } to || Hosting is null)
            {
                _box.Forget(id);
                continue;
            }
            var isPaste = file.GetProperty("isPaste").GetBoolean();
            // Of two long texts the newer one is asked about.
            if (isPaste)
                foreach (var asked in _all.Where(upload => upload.State == UploadState.Asked).ToList()) Forget(asked);
            var upload = new Upload(id, to, file.GetProperty("name").GetString() ?? "", file.GetProperty("size").GetInt64(), UploadState.Asked);
            _all.Add(upload);
            if (!isPaste) Send(upload);
        }
        Changed?.Invoke();
    }

    private void Hear(string id, string what, string value)
    {
        if (_all.Find(upload => upload.Id == id) is not { } upload) return;
        switch (what)
        {
            case "done":
                _all.Remove(upload);
                Done(upload.To, value);
                Changed?.Invoke();
                break;
            case "sent":
                Replace(id, known => known with { State = UploadState.Sending, Sent = long.Parse(value, CultureInfo.InvariantCulture) });
                break;
            case "interrupted":
                Replace(id, known => known with { State = UploadState.Interrupted });
                break;
            case "refused":
                Replace(id, known => known with { State = UploadState.Refused, Why = value });
                break;
        }
    }

    private void Replace(string id, Func<Upload, Upload> change)
    {
        var at = _all.FindIndex(upload => upload.Id == id);
        if (at < 0) return;
        _all[at] = change(_all[at]);
        Changed?.Invoke();
    }
}

/// <summary>Where files go, and as whom.</summary>
/// <param name="Authorization">The header: HTTP Basic with the account and the secret of its login.</param>
public sealed record FileHosting(string Address, string Authorization)
{
    /// <summary>Null where the server takes none, or this browser keeps no secret of an account.</summary>
    public static FileHosting? Of(ChatState state, Login? login)
    {
        var secret = login switch { Login.Guest guest => guest.Credential, Login.Account account => account.Secret, _ => null };
        if (state.Features["soju.im/FILEHOST"] is not { Length: > 0 } address || state.Me.Account is not { } name || secret is null) return null;
        return new(address, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));
    }
}
