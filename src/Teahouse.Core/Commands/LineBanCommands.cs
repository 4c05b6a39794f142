using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>The names by which operators have known bans for long: KLINE for masks, DLINE for addresses; a time is in minutes.</summary>
internal static class LineBanCommands
{
    public static readonly Command Kline = Make("KLINE", context => AddAsync(context, "KLINE", MaskOf));
    public static readonly Command Unkline = Make("UNKLINE", context => Bans.RemoveAsync(context, "UNKLINE", MaskOf(context[0]), context[0]));
    public static readonly Command Dline = Make("DLINE", context => AddAsync(context, "DLINE", NetworkOf));
    public static readonly Command Undline = Make("UNDLINE", context => Bans.RemoveAsync(context, "UNDLINE", NetworkOf(context[0]), context[0]));

    private static Command Make(string name, Func<CommandContext, ValueTask> run) => new(name, MinParams: 1, Access.Operator, run) { Needs = OperatorPrivileges.Ban };

    /// <summary>KLINE [minutes or 1d2h] target [:reason].</summary>
    private static async ValueTask AddAsync(CommandContext context, string command, Func<string, BanTarget?> read)
    {
        var timed = context.Count > 1 && BanDuration.TryParse(context[0], minutes: true, out _);
        var duration = TimeSpan.Zero;
        if (timed) BanDuration.TryParse(context[0], minutes: true, out duration);
        var at = timed ? 1 : 0;
        var reason = string.Join(' ', Enumerable.Range(at + 1, context.Count - at - 1).Select(i => context[i]));
        await Bans.AddAsync(context, command, read(context[at]), context[at], duration, silent: false, reason);
    }

    /// <summary>user@host, or nick!user@host; of *@network it is the network.</summary>
    private static BanTarget? MaskOf(string text) =>
        text.StartsWith("*@", StringComparison.Ordinal) && BanTarget.Parse(text[2..]) is { Kind: BanKind.Network } network ? network
        : text.Length > 0 && text[0] != ':' && text.AsSpan().IndexOfAny(" ,") < 0 ? new BanTarget(BanKind.Mask, Mask.Complete(text)) : null;

    private static BanTarget? NetworkOf(string text) => BanTarget.Parse(text) is { Kind: BanKind.Network } target ? target : null;
}
