using Teahouse.Protocol;

namespace Teahouse.Core.Services;

/// <summary>What a service says: a sentence for people, and for programs what it is (docs/extensions/answer.md).</summary>
/// <param name="Answer">As <see cref="AnswerCodes"/> writes it; empty: only people are told.</param>
internal readonly record struct Saying(string Text, string Answer = "")
{
    public static implicit operator Saying(string text) => new(text);

    public override string ToString() => Text;
}
