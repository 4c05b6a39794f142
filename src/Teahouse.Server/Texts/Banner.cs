using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Teahouse.Server.Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Listeners;
using Teahouse.Server.Web;

namespace Teahouse.Server.Texts;

/// <summary>What a person needs to know once the server runs: where it is, why to trust it, and how to own it.</summary>
internal sealed class Banner(BannerTexts texts, TeahouseConfiguration configuration, ListenerSet listeners, MachineNames names, TextWriter output)
{
    private const int NameColumns = 22;

    /// <summary>How many of the machine's addresses are listed.</summary>
    private const int AddressesShown = 3;

    /// <param name="authority">Null if no certificate of our own making is in use.</param>
    /// <param name="ownerToken">Null if there is an owner.</param>
    public void Write(LocalAuthority? authority, string? ownerToken)
    {
        output.WriteLine();
        output.WriteLine(texts.Running);
        output.WriteLine();
        WriteAddresses();
        if (authority is not null) WriteTrust(authority);
        if (ownerToken is not null) WriteOwner(ownerToken);
        output.WriteLine();
        output.WriteLine(texts.Stop);
        output.WriteLine();
        output.Flush();
    }

    private void WriteAddresses()
    {
        if (PageAddress.Here(listeners.Places) is { } page) Row(texts.WebPage, page + "/");
        if (listeners.PortOf(ListenerRole.Https) is { } https) Row(texts.FromElsewhere, Join(host => $"https://{host}:{https}/"));
        if (listeners.PortOf(ListenerRole.IrcTls) is { } ircs) Row(texts.IrcTls, Join(host => $"{host}:{ircs}"));
        if (listeners.PortOf(ListenerRole.Irc) is { } irc) Row(texts.Irc, $"localhost:{irc}");
        Row(texts.Data, configuration.DataFolder);
        foreach (var port in listeners.Replaced)
            output.WriteLine(string.Format(CultureInfo.InvariantCulture, texts.PortReplaced, port.Wanted, port.Taken));
    }

    private void WriteTrust(LocalAuthority authority)
    {
        output.WriteLine();
        output.WriteLine(texts.Authority);
        output.WriteLine($"  {authority.Fingerprint}");
        var page = PageAddress.Everywhere(configuration, listeners.Places, names);
        if (page is not null) output.WriteLine($"{texts.TrustPage} {page}/trust");
        if (listeners.PortOf(ListenerRole.IrcTls) is not { } port) return;
        output.WriteLine(texts.Clients);
        if (page is not null) output.WriteLine(string.Format(CultureInfo.InvariantCulture, texts.OtherMachines, page + "/trust/ca.pem"));
        output.WriteLine($"  irssi    /connect -tls -tls_verify -tls_cafile {authority.CertificatePath} localhost {port}");
        output.WriteLine($"  WeeChat  /set weechat.network.gnutls_ca_user \"{authority.CertificatePath}\"");
        output.WriteLine($"           /server add teahouse localhost/{port} -ssl{texts.NewerWeeChat}");
        output.WriteLine("           /connect teahouse");
        output.WriteLine($"  HexChat  {texts.HexChat}");
        output.WriteLine($"           SSL_CERT_FILE={authority.CertificatePath} hexchat --url=ircs://localhost:{port}");
    }

    private void WriteOwner(string token)
    {
        var page = PageAddress.Here(listeners.Places);
        output.WriteLine();
        output.WriteLine(page is null ? texts.OwnerCommand : texts.Owner);
        output.WriteLine(page is null ? $"  OWNER {token}" : $"  {page}/owner/{token}");
    }

    private void Row(string name, string value) =>
        output.WriteLine($"{name}{new string(' ', Math.Max(1, NameColumns - CellWidth.Of(name)))}{value}");

    /// <summary>By every name that other machines may know this one by.</summary>
    private string Join(Func<string, string> write)
    {
        var addresses = names.Addresses
            .Where(address => address.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(address))
            .Select(address => address.ToString());
        return string.Join("  ", addresses.Take(AddressesShown).Prepend(names.LocalName).Select(write));
    }
}
