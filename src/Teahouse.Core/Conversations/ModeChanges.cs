namespace Teahouse.Core.Conversations;

internal static class ModeChanges
{
    /// <summary>As MODE is written: letters with their signs, then the parameters.</summary>
    public static List<string> Format(IReadOnlyList<ModeChange> changes)
    {
        var letters = "";
        List<string> parameters = [];
        bool? sign = null;
        foreach (var change in changes)
        {
            if (sign != change.Add) letters += change.Add ? "+" : "-";
            sign = change.Add;
            letters += change.Letter;
            if (change.Parameter is { } parameter) parameters.Add(parameter);
        }
        return [letters, .. parameters];
    }
}
