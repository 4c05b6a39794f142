namespace Teahouse.Web.Messages;

/// <summary>The emoji that a message is answered with most.</summary>
public static class EmojiPalette
{
    public static IReadOnlyList<string> All { get; } =
    [
        "👍", "❤️", "😂", "🎉", "🍵", "👀", "🙏", "✅",
        "😄", "😊", "😍", "🤔", "😅", "😭", "😮", "😡",
        "👏", "💪", "🤝", "👌", "🙌", "👋", "✌️", "👎",
        "🔥", "⭐", "💡", "🚀", "🌱", "☕", "🍰", "🌙",
        "➕", "➖", "❓", "❗", "⏰", "📌", "🐛", "💯",
    ];
}
