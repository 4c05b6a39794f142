using System.Globalization;

namespace Teahouse.EndToEnd.Clients;

/// <summary>HexChat's folder, and who it runs as: it refuses to start for root without a person who clicks.</summary>
internal sealed class HexChatHome
{
    private const int Nobody = 65534;

    public HexChatHome(RealClientOptions options)
    {
        Room = options.Room;
        Path = options.Folder;
        Settings = System.IO.Path.Combine(Path, "hexchat");
        Directory.CreateDirectory(Settings);
        Authority = System.IO.Path.Combine(Path, "ca.crt");
        File.Copy(options.Authority, Authority);
        File.WriteAllText(System.IO.Path.Combine(Settings, "servlist.conf"), $"""
            v=2.16.1

            N=tea
            I={options.Account}
            i={options.Account}_
            U={options.Account}
            R={options.Account}
            P={options.Password}
            L={SaslPlain}
            E=UTF-8
            F={TlsAtStart}
            D=0
            S=localhost/{options.Port.ToString(CultureInfo.InvariantCulture)}
            J={options.Room}


            """);
        File.WriteAllText(System.IO.Path.Combine(Settings, "hexchat.conf"), $"""
            gui_slist_skip = 1
            gui_join_dialog = 0
            gui_quit_dialog = 0
            irc_logging = 1
            irc_logmask = {LogName}
            net_auto_reconnect = 1
            net_reconnect_delay = 1
            net_throttle = 0
            text_autocopy_text = 0

            """);
        GiveAway();
    }

    private const int SaslPlain = 6;

    /// <summary>TLS (4), and connected at the start (8).</summary>
    private const int TlsAtStart = 12;

    private const string LogName = "all.txt";

    public string Room { get; }

    public string Path { get; }

    public string Settings { get; }

    public string Authority { get; }

    public string Log => System.IO.Path.Combine(Settings, "logs", LogName);

    /// <summary>A command in front of every program that belongs to it.</summary>
    public static string[] As => Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];

    /// <summary>Another user has to get in, and to own it.</summary>
    private void GiveAway()
    {
        if (!Environment.IsPrivilegedProcess) return;
        const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var parent = Directory.GetParent(Path)!.FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(parent, Passable);
        using var chown = System.Diagnostics.Process.Start("chown", ["-R", $"{Nobody}:{Nobody}", Path]);
        chown.WaitForExit();
    }
}
