namespace Teahouse.Client;

/// <summary>What this device keeps of what it has seen, for when there is no connection.</summary>
public sealed partial class ChatClient
{
    // Of each conversation, at the start; older entries come when somebody scrolls there.
    private const int RestoredMost = 50;

    /// <summary>Removes what is kept of what was seen, and keeps nothing more.</summary>
    public async Task ForgetArchiveAsync()
    {
        if (_options.Archive is not { } archive) return;
        State.IsArchived = false;
        State.ArchiveChanges.Clear();
        try
        {
            await archive.ClearAsync();
        }
        catch (ArchiveException)
        {
            // What cannot be opened holds nothing: otherwise it would have been read at the start.
        }
    }

    private async Task RestoreAsync()
    {
        if (_options.Archive is not { } archive || _login is Login.Anonymous) return;
        try
        {
            State.Restore(_login, await archive.OpenAsync(_login.AccountName, RestoredMost), Now);
            State.IsArchived = true;
        }
        catch (ArchiveException)
        {
            // As where there is none: the browser's settings say that nothing is kept.
            return;
        }
        State.RaiseChanges();
        // Of chats of which nobody knows how far they were read, what was here has been seen.
        foreach (var chat in State.ChatList.Where(c => c.ReadPosition is null && c.Timeline.Newest is not null))
        {
            chat.IsReadPositionGuess = true;
            chat.ReadPosition = ReadPosition.At(chat.Timeline.Newest!);
            State.Touch(chat);
        }
    }

    private void TellArchive()
    {
        if (State.ArchiveChanges.Count == 0) return;
        // Who one is, and so whose the entries are, the server says before the first of them.
        if (State.Me.Account is { } account) _options.Archive!.Keep(account, [.. State.ArchiveChanges]);
        State.ArchiveChanges.Clear();
    }

    private async Task<Problem?> LoadOlderFromArchiveAsync(Conversation conversation)
    {
        if (_options.Archive is not { } archive || conversation.Timeline.Oldest?.Sequence is not { } oldest) return new(ProblemKind.Offline);
        if (conversation.Timeline.IsLoadingOlder || !conversation.Timeline.Grow(AroundMost)) return null;
        conversation.Timeline.IsLoadingOlder = true;
        try
        {
            var added = State.Replay(conversation, await archive.BeforeAsync(conversation.Name, oldest, AroundMost), Now);
            return added == 0 ? new(ProblemKind.Offline) : null;
        }
        catch (ArchiveException)
        {
            return new(ProblemKind.Offline);
        }
        finally
        {
            conversation.Timeline.IsLoadingOlder = false;
            Touch(conversation);
        }
    }

    private async Task<Problem?> LookAroundInArchiveAsync(Conversation conversation, Timeline into, string messageId)
    {
        try
        {
            if (_options.Archive is not { } archive) return new(ProblemKind.Offline);
            State.TakeDiverted(conversation, into, (await archive.AroundAsync(conversation.Name, messageId, AroundMost)).Select(ArchiveLine.Decode).OfType<IncomingLine>(), Now);
            return null;
        }
        catch (ArchiveException)
        {
            return new(ProblemKind.Offline);
        }
    }

    private async Task<SearchAnswer> SearchArchiveAsync(SearchQuestion question)
    {
        try
        {
            // Who is answered stands in no line.
            if (_options.Archive is not { } archive || question.ReplyTo is not null) return new([], new(ProblemKind.Offline));
            var lines = await archive.SearchAsync(question, AroundMost);
            return new([.. lines.Select(ArchiveLine.Decode).OfType<IncomingLine>().Select(l => State.ReadMessage(l, Now)).OfType<(string Name, TimelineMessage Message)>().Select(m => new SearchHit(m.Name, m.Message))], IsFromArchive: true);
        }
        catch (ArchiveException)
        {
            return new([], new(ProblemKind.Offline));
        }
    }
}
