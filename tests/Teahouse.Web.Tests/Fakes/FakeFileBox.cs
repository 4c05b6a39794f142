using System.Text.Json;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Tests.Fakes;

/// <summary>Files that come as a test says, and go nowhere.</summary>
internal sealed class FakeFileBox : IFileBox
{
    private Action<string> _offered = _ => { };

    public Action<string, string, string> Told { get; private set; } = (_, _, _) => { };

    public List<(string Id, string Address, string Authorization)> Uploading { get; } = [];

    public List<string> Forgotten { get; } = [];

    public void Offer(string id, string name, long size = 1000, bool isPaste = false) =>
        _offered(JsonSerializer.Serialize(new[] { new { id, name, type = "image/png", size, isPaste } }));

    public void Listen(Action<string> offered, Action<string, string, string> told) => (_offered, Told) = (offered, told);

    public void Choose() => Offer("chosen", "chosen.png");

    public void Upload(string id, string address, string authorization) => Uploading.Add((id, address, authorization));

    public void Forget(string id) => Forgotten.Add(id);
}
