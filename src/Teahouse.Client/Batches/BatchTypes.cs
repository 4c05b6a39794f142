namespace Teahouse.Client;

/// <summary>Types of batches that mean something here; all others are taken as the lines they hold.</summary>
internal static class BatchTypes
{
    public const string ChatHistory = "chathistory";
    public const string HistoryTargets = "draft/chathistory-targets";
    public const string Search = "soju.im/search";
    public const string Multiline = "draft/multiline";
}
