namespace Teahouse.Web.Composer;

/// <summary>The names of an emoji in both languages, separated by spaces, the first being the usual one.</summary>
public sealed record NamedEmoji(string Emoji, string English, string Chinese)
{
    /// <summary>The name that is meant, of either language; the reader's counts first. Null if none is.</summary>
    public string? Find(string begun, Language language)
    {
        string[] names = language == Language.Chinese ? [.. Chinese.Split(' '), .. English.Split(' ')] : [.. English.Split(' '), .. Chinese.Split(' ')];
        return names.FirstOrDefault(n => n.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            ?? names.FirstOrDefault(n => n.Contains(begun, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>The emoji that can be written by name.</summary>
public static class EmojiNames
{
    public static IReadOnlyList<NamedEmoji> All { get; } =
    [
        new("👍", "+1 thumbsup yes", "赞 好"), new("👎", "-1 thumbsdown no", "踩 不行"), new("❤️", "heart love", "爱心 心"),
        new("😂", "joy tears", "笑哭"), new("🎉", "tada party", "庆祝 撒花"), new("🍵", "tea matcha", "茶 喝茶"),
        new("👀", "eyes look", "看看 眼睛"), new("🙏", "pray thanks please", "谢谢 拜托"), new("✅", "check done", "完成 打勾"),
        new("😄", "smile happy", "笑 开心"), new("😊", "blush", "微笑"), new("😍", "heart_eyes", "喜欢"),
        new("🤔", "thinking hmm", "思考 想想"), new("😅", "sweat_smile", "尴尬 汗"), new("😭", "sob cry", "大哭 哭"),
        new("😮", "open_mouth wow", "惊讶"), new("😡", "rage angry", "生气"), new("👏", "clap", "鼓掌"),
        new("💪", "muscle strong", "加油 肌肉"), new("🤝", "handshake deal", "握手"), new("👌", "ok_hand", "没问题"),
        new("🙌", "raised_hands hooray", "举手 万岁"), new("👋", "wave hi bye", "挥手 你好 再见"), new("✌️", "v victory", "胜利 耶"),
        new("🔥", "fire hot", "火"), new("⭐", "star", "星星"), new("💡", "bulb idea", "灯泡 主意"),
        new("🚀", "rocket ship_it", "火箭 上线"), new("🌱", "seedling", "发芽"), new("☕", "coffee", "咖啡"),
        new("🍰", "cake", "蛋糕"), new("🌙", "moon night", "月亮 晚安"), new("➕", "plus", "加"),
        new("➖", "minus", "减"), new("❓", "question", "问号"), new("❗", "exclamation", "叹号"),
        new("⏰", "alarm clock", "闹钟 时间"), new("📌", "pushpin pin", "图钉 置顶"), new("🐛", "bug", "虫子 缺陷"),
        new("💯", "100 hundred", "满分"), new("😀", "grinning", "咧嘴笑"), new("😁", "grin", "嘿嘿"),
        new("🤣", "rofl", "笑死"), new("🙂", "slight_smile", "呵呵"), new("🙃", "upside_down", "倒着笑"),
        new("😉", "wink", "眨眼"), new("😇", "innocent halo", "天使"), new("🥰", "smiling_hearts", "爱了"),
        new("😘", "kiss kissing_heart", "亲亲"), new("😋", "yum", "好吃"), new("😜", "tongue crazy", "吐舌头"),
        new("🤗", "hug", "抱抱"), new("🤫", "shush quiet", "嘘"), new("😐", "neutral", "无语"),
        new("😏", "smirk", "坏笑"), new("🙄", "eye_roll", "白眼"), new("😴", "sleeping zzz", "睡觉 困"),
        new("🤒", "sick ill", "生病"), new("🤯", "mind_blown", "炸裂"), new("🥳", "partying birthday", "生日 派对"),
        new("😎", "cool sunglasses", "酷 墨镜"), new("🤓", "nerd", "书呆子"), new("😟", "worried", "担心"),
        new("😢", "sad", "难过"), new("😱", "scream", "吓到"), new("😤", "huff", "哼"),
        new("😳", "flushed", "脸红"), new("🥺", "pleading", "求求"), new("💀", "skull dead", "骷髅"),
        new("💩", "poop", "便便"), new("🤖", "robot bot", "机器人"), new("👻", "ghost", "鬼"),
        new("🐱", "cat", "猫"), new("🐶", "dog", "狗"), new("🐼", "panda", "熊猫"),
        new("🐉", "dragon", "龙"), new("🐟", "fish moyu", "鱼 摸鱼"), new("🌸", "cherry_blossom flower", "花 樱花"),
        new("🌹", "rose", "玫瑰"), new("🍀", "clover luck", "幸运"), new("🌈", "rainbow", "彩虹"),
        new("☀️", "sun", "太阳 早安"), new("🌧️", "rain", "下雨"), new("❄️", "snow", "雪"),
        new("🍎", "apple", "苹果"), new("🍉", "watermelon melon", "西瓜 吃瓜"), new("🍜", "noodles ramen", "面条 吃面"),
        new("🍚", "rice", "米饭 吃饭"), new("🥟", "dumpling", "饺子"), new("🍺", "beer", "啤酒"),
        new("🍻", "cheers", "干杯"), new("🫖", "teapot", "茶壶"), new("🥡", "takeout", "外卖"),
        new("🎁", "gift present", "礼物"), new("🧧", "red_envelope", "红包"), new("🎂", "birthday_cake", "生日蛋糕"),
        new("🏆", "trophy", "奖杯"), new("🎵", "music note", "音乐"), new("🎮", "game", "游戏"),
        new("⚽", "soccer football", "足球"), new("🏃", "run running", "跑"), new("🚗", "car", "车 开车"),
        new("✈️", "plane flight", "飞机"), new("🏠", "house home", "家"), new("💻", "laptop computer", "电脑"),
        new("📱", "phone mobile", "手机"), new("📷", "camera photo", "相机"), new("📎", "paperclip", "回形针"),
        new("📝", "memo note write", "笔记 记下"), new("📅", "calendar date", "日历"), new("📈", "chart_up", "上涨"),
        new("📉", "chart_down", "下跌"), new("🔒", "lock", "锁"), new("🔑", "key", "钥匙"),
        new("🔧", "wrench fix", "扳手 修"), new("🔍", "mag search", "放大镜 搜索"), new("🔗", "link", "链接"),
        new("⚠️", "warning", "警告"), new("🚧", "construction wip", "施工"), new("❌", "x cross", "错 叉"),
        new("⭕", "circle", "圈"), new("💬", "speech", "说话"), new("🔔", "bell", "铃"),
        new("🔕", "no_bell mute", "静音"), new("⏳", "hourglass wait", "等等 沙漏"), new("🧪", "test_tube test", "测试"),
        new("💤", "sleep", "睡"), new("✨", "sparkles", "闪亮"), new("💥", "boom", "爆炸"),
        new("🎯", "dart target", "目标"), new("🤷", "shrug", "摊手"), new("🙋", "raise_hand", "我"),
        new("🤦", "facepalm", "捂脸"), new("🫡", "salute", "敬礼 收到"), new("👆", "point_up", "上面"),
    ];
}
