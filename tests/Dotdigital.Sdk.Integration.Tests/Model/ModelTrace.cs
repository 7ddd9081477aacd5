using System.Globalization;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>DOTDIGITAL_TRACE=FILE has the history played last told in a file: each act, each request, and what host, store and Dotdigital hold after each act.</summary>
internal sealed class ModelTrace
{
    private readonly string? _file = Environment.GetEnvironmentVariable("DOTDIGITAL_TRACE");

    public ModelTrace()
    {
        if (_file is not null)
        {
            File.WriteAllText(_file, string.Empty);
        }
    }

    public void Write(string line)
    {
        if (_file is not null)
        {
            File.AppendAllText(_file, line + Environment.NewLine);
        }
    }

    /// <summary>What all three sides hold now.</summary>
    public async Task WriteStateAsync(ModelWorld world)
    {
        if (_file is null)
        {
            return;
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"  clock {world.Emulator.Clock.GetUtcNow():MM-dd HH:mm:ss}"));
        foreach (var person in world.Host.People.Values)
        {
            Write($"  host  {person.Id} {person.Address} in {string.Join(',', person.Lists)} noes {string.Join(',', person.Noes)} values {string.Join(',', person.AllValues())}");
        }

        foreach (var connection in await world.ConnectionsAsync())
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"  conn  {connection.Id} {connection.ListName} book {connection.AddressBookId} {(connection.DisconnectedAt is null ? "live" : "ended")} {connection.AddedMembers}"));
        }

        foreach (var view in await world.ReadAsync(static unit => unit.Memberships.PageAsync(new MembershipFilter(), null, 1000, CancellationToken.None)))
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"  store book {view.Membership.AddressBookId} contact {view.Contact.Id} (remote {view.Contact.RemoteId}) {view.Contact.Email.Value}: {ModelChecks.Describe(view)} values {string.Join(',', view.Contact.Snapshot.Select(static value => value.Key + '=' + value.Value))}"));
        }

        var addresses = Enumerable.Range(0, ModelWorld.Addresses).Select(static number => EmailAddress.Parse(ModelWorld.Address(number))).ToList();
        foreach (var item in await world.ReadAsync(unit => unit.ListItems.FindByEmailAsync(addresses, CancellationToken.None)))
        {
            Write($"  item  {item.ListName}:{item.ItemId} no of {item.Email?.Value} from {item.Origin} {(item.IsTold ? "told" : "not told")}");
        }

        foreach (var contact in world.Remote.Contacts)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"  there {contact.Id} {contact.Email} {contact.Status} books {string.Join(',', contact.Memberships.Select(static membership => membership.ToString()))} values {string.Join(',', contact.DataFields.Select(static value => value.Key + '=' + value.Value))}"));
        }

        foreach (var batch in await world.ReadAsync(static unit => unit.Batches.GetAsync([], CancellationToken.None)))
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"  batch {batch.Id} {batch.Kind} of {batch.ConnectionId} book {batch.AddressBookId} {batch.State} {batch.Outcome} members {batch.MemberCount}"));
        }
    }
}
