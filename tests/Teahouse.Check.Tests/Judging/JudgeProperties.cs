using CsCheck;
using Teahouse.Check.Judging;

namespace Teahouse.Check.Tests.Judging;

/// <summary>Runs of a server without a fault, made by chance; and each with one fault put in.</summary>
public sealed class JudgeProperties
{
    private const int Writers = 4;
    private const int Readers = 6;

    /// <summary>Messages in the server's order, which keeps each writer's; views of connected pieces of it; a history of all.</summary>
    private static readonly Gen<RunRecord> Sound =
        from writers in Gen.Int[0, Writers - 1].Array[6, 40]
        from outcomes in Gen.Int[0, 9].Array[writers.Length]
        from cuts in Gen.Int[0, writers.Length].Array[2, 4].Array[Readers]
        select Build(writers, outcomes, cuts);

    [Fact]
    public void Nothing_is_found_in_a_run_without_a_fault() => Sound.Sample(run => Assert.Empty(Judge.Find(run)));

    [Fact]
    public void A_message_taken_out_of_the_middle_of_a_view_is_lost() =>
        Sample((run, chance) =>
        {
            var (index, view) = Pick(run, chance, seen => seen.Count >= 3);
            if (view is null) return null;
            var at = 1 + (chance % (view.Seen.Count - 2));
            var message = view.Seen[at].Message;
            if (run.Messages[message].Writer == view.Reader) return null;
            return (With(run, index, Without(view.Seen, at)), FindingKind.Lost, message);
        });

    [Fact]
    public void A_message_taken_out_of_the_history_was_echoed_and_is_not_stored() =>
        Sample((run, chance) =>
        {
            // The first may be missing: such a history may begin later than the conversation.
            if (run.Histories[0].Entries.Count < 2) return null;
            var at = 1 + (chance % (run.Histories[0].Entries.Count - 1));
            var message = run.Histories[0].Entries[at].Message;
            if (run.Messages[message].Outcome != SendOutcome.Accepted) return null;
            return (WithHistory(run, Without(run.Histories[0].Entries, at)), FindingKind.EchoedNotStored, message);
        });

    [Fact]
    public void A_message_seen_again_later_is_doubled() =>
        Sample((run, chance) =>
        {
            var (index, view) = Pick(run, chance, seen => seen.Count >= 1);
            if (view is null) return null;
            var again = view.Seen[chance % view.Seen.Count];
            return (With(run, index, [.. view.Seen, again]), FindingKind.Doubled, again.Message);
        });

    [Fact]
    public void A_message_stored_again_is_doubled() =>
        Sample((run, chance) =>
        {
            var entries = run.Histories[0].Entries;
            if (entries.Count == 0) return null;
            var again = entries[chance % entries.Count];
            return (WithHistory(run, [.. entries, again]), FindingKind.Doubled, again.Message);
        });

    [Fact]
    public void Two_messages_of_one_writer_the_wrong_way_round_are_reordered_and_of_two_writers_another_order() =>
        Sample((run, chance) =>
        {
            var (index, view) = Pick(run, chance, seen => seen.Count >= 2);
            if (view is null) return null;
            var at = chance % (view.Seen.Count - 1);
            var seen = view.Seen.ToArray();
            (seen[at], seen[at + 1]) = (seen[at + 1], seen[at]);
            var own = run.Messages[seen[at].Message].Writer == run.Messages[seen[at + 1].Message].Writer;
            return (With(run, index, seen), own ? FindingKind.Reordered : FindingKind.DifferentOrder, null);
        });

    /// <summary>The fault is found, with its message; and without it nothing was.</summary>
    private static void Sample(Func<RunRecord, int, (RunRecord Faulty, FindingKind Kind, int? Message)?> spoil) =>
        Gen.Select(Sound, Gen.Int[0, 10_000]).Sample((run, chance) =>
        {
            if (spoil(run, chance) is not var (faulty, kind, message)) return;
            Assert.Contains(Judge.Find(faulty), finding => finding.Kind == kind && (message is null || finding.Message == message));
        });

    private static RunRecord Build(int[] writers, int[] outcomes, int[][] cuts)
    {
        var messages = writers.Select((writer, i) =>
        {
            var isKnown = outcomes[i] > 0;
            return new SentMessage(writer, 0, 1, (10 * i) + 1, isKnown ? (10 * i) + 3 : 0, isKnown ? SendOutcome.Accepted : SendOutcome.Unknown, Mark(i));
        }).ToArray();
        // One in three without an answer was lost on its way to the server, and nobody has it.
        int[] order = [.. Enumerable.Range(0, writers.Length).Where(i => outcomes[i] > 0 || i % 3 != 0)];
        var views = cuts.SelectMany((places, reader) => Views(order, writers.Length, places, reader)).ToArray();
        var promises = new Promises(Echo: true, History: true, Once: false, Killed: false);
        return new(promises, ["#tea"], messages, views, [new(0, Sightings(order))]);
    }

    /// <summary>Each pair of cuts is a connection; the last that came may not be confirmed.</summary>
    private static IEnumerable<View> Views(int[] order, int count, int[] cuts, int reader)
    {
        var places = cuts.Order().Distinct().ToArray();
        for (var i = 0; i + 1 < places.Length; i++)
        {
            int[] seen = [.. order.Where(number => number >= places[i] && number < places[i + 1])];
            var confirmed = i % 2 == 0 && places[i + 1] <= count ? (10 * (places[i + 1] - 1)) + 4 : 0;
            yield return new(reader, 0, 10 * places[i], confirmed, Sightings(seen));
        }
    }

    private static Sighting[] Sightings(int[] numbers) => [.. numbers.Select(number => new Sighting(number, Mark(number)))];

    private static ulong Mark(int number) => (ulong)number + 100;

    private static (int Index, View? View) Pick(RunRecord run, int chance, Func<IReadOnlyList<Sighting>, bool> fits)
    {
        int[] fitting = [.. Enumerable.Range(0, run.Views.Count).Where(i => fits(run.Views[i].Seen))];
        return fitting.Length == 0 ? (-1, null) : (fitting[chance % fitting.Length], run.Views[fitting[chance % fitting.Length]]);
    }

    private static RunRecord With(RunRecord run, int index, IReadOnlyList<Sighting> seen) =>
        run with { Views = [.. run.Views.Select((view, i) => i == index ? view with { Seen = seen } : view)] };

    private static RunRecord WithHistory(RunRecord run, IReadOnlyList<Sighting> entries) => run with { Histories = [new(0, entries)] };

    private static Sighting[] Without(IReadOnlyList<Sighting> seen, int at) => [.. seen.Where((_, i) => i != at)];
}
