using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Services.Channels;

/// <summary>What people call the levels of access.</summary>
internal static class RankNames
{
    private static readonly (string Name, MemberModes Rank)[] Rows =
    [
        ("founder", MemberModes.Founder), ("admin", MemberModes.Admin), ("op", MemberModes.Operator), ("halfop", MemberModes.HalfOperator), ("voice", MemberModes.Voice),
    ];

    public static string Of(MemberModes rank) => Array.Find(Rows, r => r.Rank == rank).Name ?? "";

    /// <summary>None if it is no level that can be given.</summary>
    public static MemberModes Parse(string name) => Array.Find(Rows, r => r.Rank != MemberModes.Founder && AsciiCase.Equals(r.Name, name)).Rank;
}
