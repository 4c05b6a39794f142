using Teahouse.Protocol;

namespace Teahouse.Client.Tests;

/// <summary>A state that has taken these lines, without any connection.</summary>
internal static class Transcript
{
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly string InTea = """
        :srv CAP * ACK :batch echo-message labeled-response message-tags server-time account-tag
        :srv 001 ann :Welcome
        :srv 005 ann NETWORK=Teahouse PREFIX=(ov)@+ CHANTYPES=# CHANMODES=b,k,l,imnst STATUSMSG=@+ :are supported
        :ann!a@h JOIN #tea
        :srv 332 ann #tea :All about tea
        :srv 353 ann = #tea :@bob!b@h +cat ann
        :srv 366 ann #tea :End
        """;

    public static ChatState Play(params string[] scripts)
    {
        var state = new ChatState();
        foreach (var script in scripts) state.Then(script);
        return state;
    }

    public static ChatState Then(this ChatState state, string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            state.Apply(MessageParser.Parse(line.Replace("^A", "\u0001", StringComparison.Ordinal)), Now);
        state.RaiseChanges();
        return state;
    }

    public static Room Tea(this ChatState state) => state.FindRoom("#tea")!;

    /// <summary>Rows in words: <c>bob: hello</c>, <c>Join bob</c>, <c>Kick bob cat (enough)</c>.</summary>
    public static string[] Rows(this Conversation conversation) => [.. conversation.Timeline.Items.Select(i => i switch
    {
        TimelineMessage m => $"{m.From.Nick}: {m.Text}",
        TimelineEvent e => $"{e.Kind} {e.From.Nick} {e.Subject} {(e.Text.Length > 0 ? $"({e.Text})" : "")}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd(),
        _ => i.ToString(),
    })];

    /// <summary>Members in words, by nick: <c>@bob</c>.</summary>
    public static string[] Names(this Room room) => [.. room.Members.OrderBy(m => m.Nick, StringComparer.Ordinal).Select(m => m.Prefixes + m.Nick)];
}
