using System.Globalization;
using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>What UBAN, KLINE and DLINE have in common.</summary>
internal static class Bans
{
    /// <param name="text">The target as it was typed.</param>
    /// <param name="duration">Zero: for ever.</param>
    public static async ValueTask AddAsync(CommandContext context, string command, BanTarget? target, string text, TimeSpan duration, bool silent, string reason)
    {
        var engine = context.Engine;
        if (target is not { } on)
        {
            context.Reply.Fail(command, "INVALID_TARGET", JoinCommand.Shown(text), "A ban is on an address, a network, an account or a mask");
            return;
        }
        if (on.Kind == BanKind.Account && await engine.Accounts.FindAsync(on.Mask) is null)
        {
            context.Reply.Fail(command, "INVALID_TARGET", JoinCommand.Shown(text), $"There is no such account; {text}!*@* bans a nick");
            return;
        }
        var user = context.Session.User!.Snapshot;
        var ban = new Ban(
            0, on.Kind, on.Mask, Text.Cut(reason, engine.Options.Limits.KickLength), silent, user.Nick.Value, engine.Now,
            duration == TimeSpan.Zero ? 0 : engine.Now + (long)duration.TotalMilliseconds);
        if (BanList.Hits(ban, BanSubject.Of(context.Session)))
        {
            context.Reply.Fail(command, "WOULD_BAN_YOURSELF", JoinCommand.Shown(text), "That would ban yourself");
            return;
        }
        try
        {
            if (await engine.Bans.AddAsync(ban) is not { } added)
            {
                context.Reply.Fail(command, "LIST_FULL", JoinCommand.Shown(text), string.Create(CultureInfo.InvariantCulture, $"There are {BanList.Most} bans: remove some first"));
                return;
            }
            var ended = await BanEnforcement.ApplyAsync(engine, added);
            await engine.OperatorLog.WriteAsync(context, command + " ADD", added.Mask, Details(context, added));
            await SayAsync(context, $"Added: {Describe(context, added)}; connections ended: {ended}");
        }
        catch (StoreFullException full)
        {
            context.Reply.Fail(command, "NOT_STORED", JoinCommand.Shown(text), $"Nothing was changed: {full.Message}");
        }
    }

    public static async ValueTask RemoveAsync(CommandContext context, string command, BanTarget? target, string text)
    {
        try
        {
            if (target is not { } on || await context.Engine.Bans.RemoveAsync(on) is not { } removed)
            {
                context.Reply.Fail(command, "NO_SUCH_BAN", JoinCommand.Shown(text), "There is no such ban");
                return;
            }
            await context.Engine.OperatorLog.WriteAsync(context, command + " DEL", removed.Mask, "");
            await SayAsync(context, $"Removed: {Describe(context, removed)}");
        }
        catch (StoreFullException full)
        {
            context.Reply.Fail(command, "NOT_STORED", JoinCommand.Shown(text), $"Nothing was changed: {full.Message}");
        }
    }

    public static string Describe(CommandContext context, Ban ban) =>
        $"{ban.Kind.ToString().ToLowerInvariant()} {ban.Mask} by {ban.SetBy} on {ServerTime.Format(ban.Created)}, {Details(context, ban)}";

    /// <summary>To one who asked: a notice that every client shows.</summary>
    public static ValueTask SayAsync(CommandContext context, string text)
    {
        context.Reply.From(context.Session.ServerName, "NOTICE", context.Session.NickOrStar, text);
        return context.Reply.FlushIfLargeAsync();
    }

    private static string Details(CommandContext context, Ban ban) =>
        (ban.Expires == 0 ? "permanent" : $"{BanDuration.Format(TimeSpan.FromMilliseconds(ban.Expires - context.Engine.Now))} left")
        + (ban.Silent ? ", silent" : "") + (ban.Reason.Length == 0 ? "" : ": " + ban.Reason);
}
