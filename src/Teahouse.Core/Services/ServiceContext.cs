using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Services;

/// <summary>One command to a service being run. Every answer is a notice from the service.</summary>
/// <param name="Words">What stood after the command's name.</param>
internal sealed record ServiceContext(Service Service, ServiceCommand Command, Session Session, Reply Reply, ImmutableArray<string> Words)
{
    public Engine Engine => Session.Engine;

    public int Count => Words.Length;

    public string this[int index] => Words[index];

    /// <summary>The account of a row whose access asks for one.</summary>
    public Account Account => Session.Account ?? throw new InvalidOperationException($"{Command.Name} was run without an account");

    /// <summary>The word, or "" if there are not so many.</summary>
    public string At(int index) => index < Words.Length ? Words[index] : "";

    /// <summary>The word and all after it, with one space between.</summary>
    public string Rest(int index) => string.Join(' ', Words.Skip(index));

    public void Say(Saying saying) => Reply.Answer(Service.Prefix(Session.ServerName), Session.Has(CapabilitySet.MessageTags) ? saying.Answer : "", saying.Text);

    public void ShowUsage() => Say(ServiceTexts.Usage(Service, Command));
}
