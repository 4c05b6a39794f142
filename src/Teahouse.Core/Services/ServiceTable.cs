using System.Collections.Immutable;
using Teahouse.Core.Services.Channels;
using Teahouse.Core.Services.Nicknames;
using Teahouse.Protocol;

namespace Teahouse.Core.Services;

/// <summary>All services. Their names are reserved (<see cref="Names.ReservedNames"/>): no user can have one.</summary>
internal static class ServiceTable
{
    public static ImmutableArray<Service> All { get; } = [NickServ.Service, ChanServ.Service];

    public static Service? Find(string name)
    {
        foreach (var service in All)
            if (AsciiCase.Equals(service.Name, name)) return service;
        return null;
    }

    /// <summary>The service that a PRIVMSG, NOTICE or TAGMSG goes to, if it goes to one.</summary>
    public static Service? AddressedBy(Message message) =>
        message.Count > 0 && message.Command is "PRIVMSG" or "NOTICE" or "TAGMSG" ? Find(message[0]) : null;
}
