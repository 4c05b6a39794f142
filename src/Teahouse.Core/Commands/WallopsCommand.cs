using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Operators;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>WALLOPS: to all who set +w. https://modern.ircdocs.horse/#wallops-message</summary>
internal static class WallopsCommand
{
    public static readonly Command Command = new("WALLOPS", MinParams: 1, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Wallops };

    private static async ValueTask RunAsync(CommandContext context)
    {
        var network = context.Engine.Network;
        var said = new Event(EventKind.Wallops, default, context.Engine.Now, null, context.Session.User!.Snapshot.Source, [context[0]], Tags.Empty);
        var hearers = (await network.UsersAsync()).Where(u => u.User.Has(UserModes.Wallops)).Select(u => u.User.Id);
        await network.TellAsync([.. hearers], said, CapabilitySet.None);
    }
}
