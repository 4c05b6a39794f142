using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Names;

/// <summary>Names that nobody gets, nor one that looks like them: the services', the powerful's, and the operators'.</summary>
internal static class ReservedNames
{
    private static readonly LookAlikes Services = Of(
    [
        "NickServ", "ChanServ", "OperServ", "MemoServ", "HostServ", "BotServ", "SaslServ", "HistServ", "InfoServ", "Global", "Services", "Server",
        "System", "teahouse",
    ]);

    // Who sits at the machine is the one that these names claim.
    private static readonly LookAlikes Powerful = Of(["root", "admin", "administrator", "oper", "operator"]);

    // Who had such a name could not be told from everybody. (Names that only look so are people's.)
    private static readonly HashSet<string> Everybody = [.. GroupMentions.Names.Append("everyone").Select(NameRules.Fold)];

    public static bool Holds(string name, ServerOptions options, bool atTheMachine = false)
    {
        var look = NameRules.LookAlike(NameRules.Fold(name));
        return Everybody.Contains(NameRules.Fold(name))
            || Services.Like(look).Any()
            || (!atTheMachine && Powerful.Like(look).Any())
            || options.Operators.Any(each => LooksLike(look, each.Name))
            || LooksLike(look, options.Name);
    }

    private static bool LooksLike(LookAlike look, string name)
    {
        var other = NameRules.LookAlike(NameRules.Fold(name));
        return look.Small == other.Small || look.Capital == other.Capital;
    }

    private static LookAlikes Of(string[] names)
    {
        var looks = new LookAlikes();
        foreach (var name in names) looks.Add(name, NameRules.LookAlike(NameRules.Fold(name)));
        return looks;
    }
}
