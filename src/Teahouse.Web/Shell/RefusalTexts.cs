namespace Teahouse.Web.Shell;

/// <summary>What single numerics of refusals mean to a person (https://modern.ircdocs.horse/#numerics), as the end of a sentence.</summary>
public static class RefusalTexts
{
    private static readonly Dictionary<string, Text> Codes = new(StringComparer.Ordinal)
    {
        ["KICK"] = new("你被请出了房间", "you were sent out of the room"),
        ["NOT_BANNED"] = new("没有禁止这个人进入", "nobody like that is banned here"),
        ["CHANNEL_NAME_IN_USE"] = new("已经有这个名字的房间", "there is a room of that name already"),
        ["CANNOT_RENAME"] = new("这个房间不能改成这个名字", "the room cannot have that name"),
        ["401"] = new("没有这个人，或现在不在线", "there is no such person, or they are not here now"),
        ["405"] = new("你在的房间太多了", "you are in too many rooms"),
        ["441"] = new("这个人已经不在房间里", "they are not in the room any more"),
        ["442"] = new("你不在这个房间里", "you are not in this room"),
        ["443"] = new("这个人已经在房间里", "they are in the room already"),
        ["471"] = new("房间已经满了", "the room is full"),
        ["473"] = new("要有邀请才能进入", "only invited people come in"),
        ["474"] = new("你被禁止进入这个房间", "you are banned from this room"),
        ["475"] = new("要有房间的密码才能进入", "the room wants its key"),
        ["478"] = new("名单已经满了", "the list is full"),
        ["482"] = new("你在这里没有这个权限", "you may not do that here"),
    };

    /// <summary>Null for others.</summary>
    public static Text? Find(string code) => Codes.GetValueOrDefault(code);
}
