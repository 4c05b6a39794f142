using System.Collections.Frozen;

namespace Teahouse.Core.Commands;

/// <summary>All commands. A test holds that none is missing.</summary>
internal static class CommandTable
{
    private static readonly FrozenDictionary<string, Command> ByName = new[]
    {
        AcceptCommand.Command, AdminCommand.Command, AuthenticateCommand.Command, AwayCommand.Command, BatchCommand.Command, CapCommand.Command, ChathistoryCommand.Command, InviteCommand.Command,
        HelpCommand.Command, HelpCommand.Helpop, InfoCommand.Command, IsonCommand.Command, KillCommand.Command, LinksCommand.Command,
        MonitorCommand.Command, OperCommand.Command, StatsCommand.Command, TimeCommand.Command, WallopsCommand.Command, WhowasCommand.Command,
        JoinCommand.Command, KickCommand.Command, ListCommand.Command, LusersCommand.Command, ModeCommand.Command, MotdCommand.Command,
        NamesCommand.Command, NickCommand.Command, OwnerCommand.Command, PartCommand.Command, PassCommand.Command, PingCommand.Command,
        PongCommand.Command, QuitCommand.Command, RegisterCommand.Command, RegisterCommand.Verify, SetnameCommand.Command, TopicCommand.Command,
        UserCommand.Command, UserhostCommand.Command, VersionCommand.Command, WhoCommand.Command, WhoisCommand.Command,
        RenameCommand.Command, SajoinCommand.Command, SamodeCommand.Command, SapartCommand.Command, ServiceCommands.Cs, ServiceCommands.ChanServCommand, ServiceCommands.Ns, ServiceCommands.NickServCommand,
        MessageCommands.Privmsg, MessageCommands.Notice, MessageCommands.Tagmsg,
        MarkreadCommand.Command, RedactCommand.Command, SearchCommand.Command,
        ISupportCommand.Command, MetadataCommand.Command,
        LinkCommands.Connect, LinkCommands.Server, LinkCommands.Service, LinkCommands.Squit, RefusedCommands.Die, RefusedCommands.Error, RefusedCommands.Restart,
        RefusedCommands.Summon, RefusedCommands.Users, ServiceListCommands.Servlist, ServiceListCommands.Squery, TraceCommand.Command,
        AuditCommand.Command, LineBanCommands.Dline, LineBanCommands.Kline, LineBanCommands.Undline, LineBanCommands.Unkline, RehashCommand.Command, UbanCommand.Command, WebircCommand.Command,
    }.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);

    public static IEnumerable<Command> All => ByName.Values;

    public static Command? Find(string name) => ByName.GetValueOrDefault(name);
}
