using System.Text;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.MicroBench;

/// <summary>A message as people write it.</summary>
internal static class Samples
{
    public const string Text = "明天下午三点在老地方喝茶，谁来？ Bring the blue cups, and do not forget the biscuits this time";

    public static readonly byte[] Line = Encoding.UTF8.GetBytes($"@+draft/reply=abc;label=17 PRIVMSG #tea :{Text}");

    public static Event Message(long sequence) => new(
        EventKind.Privmsg, new Place(1, sequence), 1_790_000_000_000, "AbCdEfGhIjKlMnOpQrStUv", new EventSource("ann!ann@guest/1a2b3c4d", "u17", "ann"), ["#tea", Text], Tags.Empty);
}
