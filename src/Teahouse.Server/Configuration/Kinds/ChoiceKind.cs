namespace Teahouse.Server.Configuration.Kinds;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceKind<TValue>(params (string Word, TValue Value)[] choices) : ValueKind<TValue>
    where TValue : struct
{
    public override string Expected => "one of " + string.Join(", ", choices.Select(choice => $"\"{choice.Word}\""));

    public override string Name => string.Join(", ", choices.Select(choice => choice.Word));

    public override bool TryRead(RawValue raw, out TValue value)
    {
        var word = raw switch
        {
            RawValue.Text text => text.Value,
            RawValue.Variable variable => variable.Value,
            _ => null,
        };
        foreach (var choice in choices)
        {
            if (choice.Word != word) continue;
            value = choice.Value;
            return true;
        }

        value = default;
        return false;
    }

    public override string Write(TValue value) =>
        TextKind.Quote(choices.First(choice => EqualityComparer<TValue>.Default.Equals(choice.Value, value)).Word);
}
