using System.Collections.Immutable;

namespace Teahouse.Server.Configuration.Kinds;

/// <summary>A list of texts. In the environment: separated by commas.</summary>
/// <param name="what">Completes "must be a list of ...".</param>
/// <param name="read">Null for an item that is not allowed.</param>
internal sealed class ListKind<TItem>(string what, Func<string, TItem?> read, Func<TItem, string> write) : ValueKind<ImmutableArray<TItem>>
    where TItem : class
{
    public override string Expected => $"a list of {what}";

    public override string Name => "list";

    public override bool TryRead(RawValue raw, out ImmutableArray<TItem> value)
    {
        var texts = raw switch
        {
            RawValue.List list => list.Items.Select(item => (item as RawValue.Text)?.Value),
            RawValue.Variable variable => variable.Value.Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => [null],
        };
        var items = texts.Select(text => text is null ? null : read(text)).ToArray();
        value = [.. items.OfType<TItem>()];
        return value.Length == items.Length;
    }

    public override string Write(ImmutableArray<TItem> value) =>
        "[" + string.Join(", ", value.Select(item => TextKind.Quote(write(item)))) + "]";
}
