using System.Net;
using Teahouse.Core.Operators;

namespace Teahouse.Core.Commands;

/// <summary>UBAN INFO: who and what is behind an address, a network, a mask, a nick or an account.</summary>
internal static class BanInformation
{
    /// <summary>Connections that are listed.</summary>
    private const int Most = 50;

    public static async ValueTask SayAsync(CommandContext context, string text)
    {
        var engine = context.Engine;
        if (BanTarget.Parse(text) is not { } target)
        {
            context.Reply.Fail("UBAN", "INVALID_TARGET", JoinCommand.Shown(text), "A ban is on an address, a network, an account or a mask");
            return;
        }
        if (target.Kind == BanKind.Account)
        {
            await AccountAudit.SayAsync(context, "UBAN", text);
            return;
        }
        var asked = new Ban(0, target.Kind, target.Mask, "", false, "", 0, 0);
        if (engine.Bans.Find(target) is { } known) await Bans.SayAsync(context, Bans.Describe(context, known));
        else await Bans.SayAsync(context, $"{target.Mask} is not banned itself");
        if (IPAddress.TryParse(target.Mask, out var address) && engine.Bans.Find(address) is { } wider && wider.Mask != target.Mask)
            await Bans.SayAsync(context, Bans.Describe(context, wider));
        var hit = engine.Sessions().Where(s => BanList.Hits(asked, BanSubject.Of(s))).ToList();
        await Bans.SayAsync(context, $"Connections that it is about: {hit.Count}");
        foreach (var session in hit.Take(Most)) await Bans.SayAsync(context, AccountAudit.Describe(session));
    }
}
