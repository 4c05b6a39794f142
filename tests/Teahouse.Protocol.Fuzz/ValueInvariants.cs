using static Teahouse.Protocol.Fuzz.Invariants;

namespace Teahouse.Protocol.Fuzz;

/// <summary>What must be true of the smaller values that stand in lines.</summary>
internal static class ValueInvariants
{
    public static void Check(string text, ReadOnlySpan<byte> bytes)
    {
        CheckNames(text);
        CheckValues(text);
        CheckNegotiation(text);
        CheckSasl(text, bytes);
    }

    private static void CheckNames(string text)
    {
        foreach (var word in text.Split(' ', 20))
        {
            if (Source.TryParse(word, out var source)) Require(source.ToString() == word && Source.Parse(word) == source, "a source reads back as itself");
            if (Nick.TryParse(word, out var nick)) Require(new Message(Tags.Empty, new Source(nick.Value), "NICK", nick.Value, "x").Count == 2, "a nick can stand anywhere");
            if (ChannelName.TryParse(word, out var channel)) Require(new Message("JOIN", channel.Value, "x").Count == 2, "a channel can stand anywhere");
            Require(Mask.Matches(word.Replace('?', '*'), word), "a mask covers its own text");
            Require(Mask.Complete(Mask.Complete(word)) == Mask.Complete(word), "a complete mask is complete");
            Require(AsciiCase.Equals(word, AsciiCase.Fold(word)), "folding changes nothing that counts");
        }
    }

    private static void CheckValues(string text)
    {
        if (!text.Contains('\0')) Require(TagValue.Unescape(TagValue.Escape(text)) == text, "a tag's value reads back as itself");
        if (ServerTime.TryParse(text, out long time)) Require(ServerTime.TryParse(ServerTime.Format(time), out long again) && again == time, "a time reads back as itself");
        if (SequenceTag.TryParse(text, out var tag)) Require(tag.Format() == text, "a place has one form");
    }

    private static void CheckNegotiation(string text)
    {
        var offer = CapabilityList.Parse(text);
        Require(CapabilityList.Parse(CapabilityList.Format(offer)).SequenceEqual(offer), "an offer reads back as itself");
        var requests = CapabilityList.ParseRequests(text);
        Require(CapabilityList.ParseRequests(CapabilityList.Format(requests)).SequenceEqual(requests), "a request reads back as itself");
        var lines = CapabilityList.Lines(offer.Select(c => c.ToString()), 100);
        Require(lines.SelectMany(l => CapabilityList.Parse(l)).SequenceEqual(offer), "an offer in lines is the same offer");

        var support = ISupport.Empty.With(text.Split(' '));
        Require(support.PrefixModes.Length == support.PrefixSymbols.Length, "every status has its symbol");
    }

    private static void CheckSasl(string text, ReadOnlySpan<byte> bytes)
    {
        if (SaslPlain.TryDecode(bytes, out var plain))
            Require(SaslPlain.Encode(plain.AuthorizationId, plain.AuthenticationId, plain.Password).AsSpan().SequenceEqual(bytes), "credentials read back as themselves");
        var assembler = new SaslAssembler(2000);
        foreach (var parameter in text.Split(' ', 20)) assembler.Add(parameter, out _);
        assembler.Add("*", out _);
        var status = SaslStatus.NeedMore;
        foreach (var chunk in SaslChunks.Split(bytes[..Math.Min(bytes.Length, 2000)]))
        {
            Require(status == SaslStatus.NeedMore, "only the last chunk completes a message");
            status = assembler.Add(chunk, out var payload);
            if (status == SaslStatus.Complete) Require(bytes.StartsWith(payload), "a message arrives as it was sent");
        }
        Require(status == SaslStatus.Complete, "a message arrives whole");
    }
}
