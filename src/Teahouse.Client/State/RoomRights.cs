using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// What the reader may do with a member of a room, as far as ranks say it (<see href="https://modern.ircdocs.horse/#channel-membership-prefixes"/>).
/// The server decides; this is for not offering what it would refuse.
/// </summary>
/// <param name="CanKick">Send them out, and keep them out.</param>
/// <param name="CanVoice">Give voice, or take it if they have it.</param>
/// <param name="CanPromote">Make them operator, or no longer one if they are.</param>
public sealed record RoomRights(bool CanKick, bool CanVoice, bool CanPromote, bool HasVoice, bool IsOperator)
{
    private const string CallToken = "teahouse.chat/MENTION";

    private static readonly RoomRights None = new(false, false, false, false, false);

    public bool Any => CanKick || CanVoice || CanPromote;

    /// <summary>Of what the reader may do with others in the room: none of it for oneself.</summary>
    public static RoomRights Of(ChatState state, Room room, string nick)
    {
        if (room.Member(nick) is not { } member || AsciiCase.Equals(nick, state.Me.Nick)) return None;
        var ranks = state.Features;
        var (mine, theirs, operators) = (MineIn(state, room), Level(ranks, member.Prefixes), LevelOf(ranks, 'o'));
        var isOperator = Has(ranks, member, 'o');
        var hasVoice = Has(ranks, member, 'v');
        return new(
            CanKick: MayModerate(state, room) && (mine >= operators ? mine >= theirs : mine > theirs),
            CanVoice: MayModerate(state, room) && (!hasVoice || mine >= theirs),
            CanPromote: mine >= operators && (!isOperator || mine >= theirs),
            hasVoice, isOperator);
    }

    /// <summary>Whether the reader may send people out of the room and see who is kept out.</summary>
    public static bool MayModerate(ChatState state, Room room)
    {
        var half = LevelOf(state.Features, 'h');
        return MineIn(state, room) >= (half > 0 ? half : LevelOf(state.Features, 'o'));
    }

    /// <summary>Whether a word for everybody counts as one, if the server knows such words (docs/extensions/mention.md).</summary>
    public static bool MayCall(ChatState state, Room room) =>
        state.Features[CallToken] is { } few && int.TryParse(few, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && (room.Members.Count <= most || MayModerate(state, room));

    /// <summary>Whether the server decides what is a word for everybody.</summary>
    public static bool KnowsCalls(ChatState state) => state.Features[CallToken] is not null;

    private static int MineIn(ChatState state, Room room) => Level(state.Features, room.Member(state.Me.Nick)?.Prefixes ?? "");

    // Higher is more; 0 is no rank.
    private static int Level(ISupport ranks, string prefixes) => prefixes.Length == 0 ? 0 : prefixes.Max(symbol =>
        ranks.PrefixSymbols.IndexOf(symbol, StringComparison.Ordinal) is >= 0 and var at ? ranks.PrefixSymbols.Length - at : 0);

    private static int LevelOf(ISupport ranks, char mode) =>
        ranks.PrefixModes.IndexOf(mode, StringComparison.Ordinal) is >= 0 and var at ? ranks.PrefixModes.Length - at : mode == 'o' ? int.MaxValue : 0;

    private static bool Has(ISupport ranks, Member member, char mode) =>
        ranks.PrefixModes.IndexOf(mode, StringComparison.Ordinal) is >= 0 and var at && member.Prefixes.Contains(ranks.PrefixSymbols[at], StringComparison.Ordinal);
}
