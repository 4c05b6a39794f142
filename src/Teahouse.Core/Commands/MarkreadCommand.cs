using Teahouse.Core.Accounts;
using Teahouse.Core.Delivery;
using Teahouse.Core.History;
using Teahouse.Core.Sessions;
using Marks = Teahouse.Core.ReadMarkers.ReadMarkers;

namespace Teahouse.Core.Commands;

/// <summary>MARKREAD. https://ircv3.net/specs/extensions/read-marker</summary>
internal static class MarkreadCommand
{
    // Its own FAIL NEED_MORE_PARAMS takes the place of 461.
    public static readonly Command Command = new("MARKREAD", MinParams: 0, Access.Registered, RunAsync);

    // A client's clock may be a little ahead.
    private const long MostAhead = 10 * 60 * 1000;

    private static async ValueTask RunAsync(CommandContext context)
    {
        var target = context.At(0);
        if (target.Length == 0)
        {
            context.Reply.Fail("MARKREAD", "NEED_MORE_PARAMS", "Missing parameters");
            return;
        }
        var conversation = await Marks.ConversationAsync(context.Engine, target);
        if (context.Count > 1) await SetAsync(context, target, conversation);
        else Marks.Say(context.Reply, target, conversation is null ? null : await context.Engine.ReadMarkers.FindAsync(context.Session.User!, conversation));
    }

    private static async ValueTask SetAsync(CommandContext context, string target, string? conversation)
    {
        var (engine, user) = (context.Engine, context.Session.User!);
        if (conversation is null || !HistoryReading.TryTime(context[1], out var time) || time > engine.Now + MostAhead)
        {
            context.Reply.Fail("MARKREAD", "INVALID_PARAMS", conversation is null ? target : context[1], "Invalid parameters");
            return;
        }
        try
        {
            // Nobody has read what is not said yet.
            var mark = await engine.ReadMarkers.RaiseAsync(user, conversation, Math.Min(time, engine.Now));
            Marks.Say(context.Reply, target, mark.Time);
            if (mark.Raised) Tell(user.Sessions.Where(s => s != context.Session), target, mark.Time);
        }
        catch (StoreFullException full)
        {
            context.Reply.Fail("MARKREAD", "INTERNAL_ERROR", target, full.Message);
        }
    }

    private static void Tell(IEnumerable<Session> others, string target, long time)
    {
        foreach (var other in others)
        {
            if (!other.Has(CapabilitySet.ReadMarker)) continue;
            var reply = new Reply(other, null);
            Marks.Say(reply, target, time);
            reply.Offer();
        }
    }
}
