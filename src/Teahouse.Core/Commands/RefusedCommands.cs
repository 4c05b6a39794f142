using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>Commands that are known and not done, each with the numeric that says so.</summary>
internal static class RefusedCommands
{
    /// <summary>https://modern.ircdocs.horse/#restart-message: the program is restarted by whoever runs it.</summary>
    public static readonly Command Restart = Denied("RESTART");

    /// <summary>RFC 2812, section 4.3: as RESTART.</summary>
    public static readonly Command Die = Denied("DIE");

    /// <summary>RFC 2812, section 4.5: nobody works at the server's console.</summary>
    public static readonly Command Summon = Commands.Command.Now("SUMMON", minParams: 0, Access.Registered, static context =>
        context.Reply.Numeric(Numeric.ERR_SUMMONDISABLED, "SUMMON has been disabled"));

    /// <summary>RFC 2812, section 4.6: as SUMMON.</summary>
    public static readonly Command Users = Commands.Command.Now("USERS", minParams: 0, Access.Registered, static context =>
    {
        if (!OtherServer.Refused(context, 0)) context.Reply.Numeric(Numeric.ERR_USERSDISABLED, "USERS has been disabled");
    });

    /// <summary>RFC 2812, section 3.7.4: only servers have something to report by it.</summary>
    public static readonly Command Error = Commands.Command.Now("ERROR", minParams: 0, Access.Anyone, static _ => { });

    private static Command Denied(string name) => Commands.Command.Now(name, minParams: 0, Access.Registered, static context =>
        context.Reply.Numeric(Numeric.ERR_NOPRIVILEGES, "Permission denied: the program is started and stopped where it runs"));
}
