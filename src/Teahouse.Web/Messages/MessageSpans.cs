namespace Teahouse.Web.Messages;

/// <summary>Cuts a message into the pieces it is drawn from: formatting, then links, then names.</summary>
public static class MessageSpans
{
    public static IReadOnlyList<TextSpan> Of(string text, MentionFinder names)
    {
        var spans = new List<TextSpan>();
        foreach (var styled in Formatting.Split(text))
        {
            // Code is shown as it is.
            if (styled.Style.HasFlag(TextStyle.Mono)) spans.Add(styled);
            else AddLinks(spans, styled, names);
        }
        return spans;
    }

    private static void AddLinks(List<TextSpan> spans, TextSpan styled, MentionFinder names)
    {
        var from = 0;
        while (LinkFinder.Find(styled.Text, from) is var (start, length, address))
        {
            AddNames(spans, styled with { Text = styled.Text[from..start] }, names);
            spans.Add(styled with { Text = styled.Text.Substring(start, length), Link = address });
            from = start + length;
        }
        AddNames(spans, styled with { Text = styled.Text[from..] }, names);
    }

    private static void AddNames(List<TextSpan> spans, TextSpan styled, MentionFinder names)
    {
        var from = 0;
        while (names.Find(styled.Text, from) is var (start, length, mention))
        {
            Add(spans, styled with { Text = styled.Text[from..start] });
            spans.Add(styled with { Text = styled.Text.Substring(start, length), Mention = mention });
            from = start + length;
        }
        Add(spans, styled with { Text = styled.Text[from..] });
    }

    private static void Add(List<TextSpan> spans, TextSpan span)
    {
        if (span.Text.Length > 0) spans.Add(span);
    }
}
