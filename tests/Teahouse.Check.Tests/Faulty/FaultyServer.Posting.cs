using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Check.Tests.Faulty;

/// <summary>What becomes of a message, and what goes wrong with it.</summary>
internal sealed partial class FaultyServer
{
    private const int OneIn = 25;

    private int _posts;
    private int _ids;

    private void Post(Peer peer, Message message)
    {
        var (target, text, label, id) = (message[0], message[1], message.Tags[TagNames.Label], message.Tags[TagNames.Id]);
        var room = Find(Key(peer, target));
        if (id is not null)
        {
            if (_misdeed != Misdeed.ForgetsIds && room.Known.TryGetValue((peer.Account!, id), out var known))
            {
                Answer(peer, known, label);
                return;
            }
            var after = message.Tags[TagNames.After];
            if (after is not null && _misdeed != Misdeed.DoesNotWait && !room.Known.ContainsKey((peer.Account!, after)))
            {
                peer.Send($"@label={label} FAIL PRIVMSG OUT_OF_ORDER {target} {id} retry :Not yet");
                return;
            }
        }

        var entry = new Entry($"m{++_ids}", peer.Account ?? peer.Nick, peer.Nick, target, text, id);
        // Only in rooms: there are others who see it.
        var isWrong = target.StartsWith('#') && ++_posts % OneIn == 0;
        if (isWrong && _misdeed is Misdeed.SaysNothing) return;
        if (isWrong && _misdeed is Misdeed.DoesNotWait)
        {
            peer.Send($"@label={label} FAIL PRIVMSG NOT_STORED {target} {id} retry :Not now");
            return;
        }
        if (isWrong && _misdeed is Misdeed.TellsBeforeItStores)
        {
            Tell(room, peer, entry, except: peer);
            peer.Send($"@label={label} FAIL PRIVMSG BROKEN {target} {id} final :The disk is broken");
            return;
        }
        if (isWrong && _misdeed is Misdeed.SwapsForAll && room.Held is null)
        {
            room.Held = (peer, entry, label);
            if (id is not null) room.Known[(peer.Account!, id)] = entry;
            return;
        }

        Take(room, peer, entry, label, isWrong);
        if (room.Held is not var (sender, held, heldLabel)) return;
        if (sender != peer) return;
        room.Held = null;
        Take(room, sender, held, heldLabel, isWrong: false);
    }

    private void Take(Room room, Peer peer, Entry entry, string? label, bool isWrong)
    {
        if (entry.Id is not null) room.Known[(peer.Account!, entry.Id)] = entry;
        if (!(isWrong && _misdeed == Misdeed.ForgetsToStore)) room.Log.Add(entry);
        if (isWrong && _misdeed == Misdeed.StoresTwice) room.Log.Add(entry with { MsgId = $"m{++_ids}" });
        var victim = isWrong ? room.Members.Find(member => member.Nick != peer.Nick) : null;
        Tell(room, peer, entry, except: peer, victim);
        Answer(peer, entry, label);
    }

    private void Answer(Peer peer, Entry entry, string? label)
    {
        if (!HasEcho) return;
        peer.Send(label is null ? Line(entry, HasTags) : $"@label={label};{Line(entry, tags: true)[1..]}");
    }

    private void Tell(Room room, Peer peer, Entry entry, Peer except, Peer? victim = null)
    {
        var readers = entry.Target.StartsWith('#') ? room.Members : _peers.Where(other => other.Nick == entry.Target);
        foreach (var reader in readers.Where(reader => reader != except && reader.Nick != peer.Nick).ToArray())
            Tell(room, reader, entry, reader == victim ? _misdeed : Misdeed.None);
    }

    private void Tell(Room room, Peer reader, Entry entry, Misdeed misdeed)
    {
        if (room.Behind.Contains(reader)) return;
        switch (misdeed)
        {
            case Misdeed.MakesFetch or Misdeed.MakesFetchAndForgets:
                reader.Send("NOTE * FELL_BEHIND :Too slow");
                foreach (var (name, joined) in _rooms.Where(other => other.Value.Members.Contains(reader)))
                {
                    joined.Behind.Add(reader);
                    reader.Send($":{reader.Nick}!u@h JOIN {name}");
                }
                return;
            case Misdeed.SkipsAMember:
                return;
            case Misdeed.SwapsForAMember when room.HeldFor.TryAdd(reader, entry):
                return;
            case Misdeed.ChangesText:
                reader.Send(Line(entry with { Text = entry.Text + string.Create(CultureInfo.InvariantCulture, $" {_ids}") }, HasTags));
                return;
            case Misdeed.TellsTwice:
                reader.Send(Line(entry, HasTags));
                break;
        }
        reader.Send(Line(entry, HasTags));
        if (room.HeldFor.Remove(reader, out var held)) reader.Send(Line(held, HasTags));
    }
}
