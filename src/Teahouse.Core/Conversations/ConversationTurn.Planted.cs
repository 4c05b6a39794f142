using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Hosting;
using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>Faults that a test plants to see them found (<see cref="PlantedFault"/>). Without one nothing of this does anything.</summary>
internal sealed partial class ConversationTurn
{
    private const int OneIn = 1000;
    private const int SwapsOneIn = 10;

    private readonly HashSet<UInt128> _attempted = [];

    private bool Has(PlantedFault fault) => services.Planted == fault;

    /// <summary>Before the append.</summary>
    private async ValueTask PlantAsync(Event[] events, ImmutableArray<LogEntry>.Builder entries)
    {
        if (Has(PlantedFault.SwapsTwo) && entries.Count > 1 && services.CountPlanted() % SwapsOneIn == 0)
        {
            var (one, other) = (entries[0], entries[1]);
            entries[0] = one with { Payload = other.Payload, ClientKey = other.ClientKey };
            entries[1] = other with { Payload = one.Payload, ClientKey = one.ClientKey };
        }
        if (!Has(PlantedFault.TellsBeforeItStores)) return;
        for (var i = 0; i < events.Length; i++)
        {
            var (ask, index, message) = _said[i];
            await _journal.DeliverAsync(events[i], message.Draft.By, OriginOf(ask, index, message.Draft.Origin), message.To);
        }
        audience.Drain();
    }

    private bool IsDropped(Event happened)
    {
        if (!Has(PlantedFault.DropsOneInAThousand) || !happened.Place.IsNumbered || services.CountPlanted() % OneIn != 0) return false;
        audience.Delivered = happened.Place.Sequence;
        return true;
    }

    private ClientKey? KeyToStore(ClientKey? key) => Has(PlantedFault.ForgetsIdsAfterAStart) ? null : key;

    private void Attempt(ClientKey key)
    {
        _ids.Attempt(key);
        if (Has(PlantedFault.DecidesOnTheUncommitted)) _attempted.Add(key.Id);
    }

    /// <summary>The message before is believed to be there.</summary>
    private bool IsBelieved(UInt128 after) => _attempted.Contains(after) || Has(PlantedFault.ForgetsIdsAfterAStart);
}
