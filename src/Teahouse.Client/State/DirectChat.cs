namespace Teahouse.Client;

/// <summary>A chat with one person.</summary>
public sealed class DirectChat : Conversation
{
    internal DirectChat(string name) : base(name) { }

    /// <summary>The other's account; null if not logged in, or not known yet.</summary>
    public string? Account { get; internal set; }

    /// <summary>The other was a guest when last heard.</summary>
    public bool IsGuest { get; internal set; }
}
