namespace Teahouse.Core.Tests.Once;

/// <summary>A room with two people who send with ids. The stage's clock begins at 01a3185c-5000 of a UUIDv7.</summary>
internal static class OnceScene
{
    public const string Id = "01a3185c-5000-7000-8000-000000000001";
    public const string Other = "01a3185c-5000-7000-8000-000000000002";
    public const string Capabilities = "teahouse.chat/once message-tags batch echo-message labeled-response server-time";

    public const string Scene =
        $"""
        account ann
        ann connects as ann with {Capabilities} teahouse.chat/seq draft/multiline draft/chathistory draft/event-playback draft/message-redaction
        ann joins #tea
        bob joins #tea with message-tags teahouse.chat/seq {"teahouse.chat/once"}

        """;

    /// <summary>Two people who write to each other and share no room.</summary>
    public const string Direct =
        $"""
        account ann
        account bob
        ann connects as ann with {Capabilities}
        bob connects as bob with message-tags

        """;
}
