using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>A marketing list of the model's host: reader and writer.</summary>
internal sealed class ModelList(ModelHost host, string name) : IMarketingListSource, IMarketingListWriter
{
    public async IAsyncEnumerable<ListKey> ReadKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        host.Enter(writes: false);
        var people = host.In(name);
        for (var i = 0; i < people.Count; i++)
        {
            if (i >= people.Count / 2 && string.Equals(host.Breaking, name, StringComparison.Ordinal))
            {
                host.Breaking = null;
                throw new ModelHostException("The host's database went away.");
            }

            await Task.CompletedTask;
            yield return Key(people[people.Count - 1 - i]);
        }
    }

    public async IAsyncEnumerable<ListKey> ReadOptedOutAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        host.Enter(writes: false);
        foreach (var person in host.People.Values.Where(person => person.Noes.Contains(name)).ToList())
        {
            await Task.CompletedTask;
            yield return Key(person);
        }
    }

    public async IAsyncEnumerable<ListItem> ReadItemsAsync(
        IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        host.Enter(writes: false);
        foreach (var id in itemIds)
        {
            if (host.People.GetValueOrDefault(id) is { } person && person.Lists.Contains(name))
            {
                await Task.CompletedTask;
                host.ReadAt[(name, id)] = host.Tick();
                yield return new ListItem(id, person.Email, person.Noes.Contains(name), [.. fields.Select(field => person.Values.GetValueOrDefault(field))]);
            }
        }
    }

    public Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken)
    {
        host.Enter(writes: true);
        if (!notice.IsUndeliverable && host.People.GetValueOrDefault(itemId) is { } person)
        {
            host.SayNo(person, name);
        }

        return Task.CompletedTask;
    }

    public Task OptBackInAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken)
    {
        host.Enter(writes: true);
        host.People.GetValueOrDefault(itemId)?.Noes.Remove(name);
        return Task.CompletedTask;
    }

    public async Task WriteFieldsAsync(string itemId, IReadOnlyList<FieldWrite> fields, CancellationToken cancellationToken)
    {
        host.Enter(writes: true);
        if (host.People.GetValueOrDefault(itemId) is not { } person)
        {
            return;
        }

        var written = false;
        foreach (var field in fields.Where(field => field.IsWanted(person.Values.GetValueOrDefault(field.Field))).ToList())
        {
            person.Values[field.Field] = field.Value;
            written = true;
        }

        if (written)
        {
            host.Tick();
            await host.Changed([itemId]);
        }
    }

    public Task<IReadOnlyList<ListKey>> FindItemsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        host.Enter(writes: false);
        return Task.FromResult<IReadOnlyList<ListKey>>([.. host.People.Values.Where(person => person.Address is { } address && emails.Contains(address, StringComparer.Ordinal)).Select(Key)]);
    }

    public Task<string> CreateAsync(NewItem item, CancellationToken cancellationToken)
    {
        host.Enter(writes: true);
        var person = new ModelPerson($"new-{item.EventId:N}") { Email = item.Email };
        foreach (var field in item.Fields)
        {
            person.Values[field.Field] = field.Value;
        }

        person.Lists.Add(name);
        host.People[person.Id] = person;
        host.NoteAddress(person);
        host.Tick();
        return Task.FromResult(person.Id);
    }

    private ListKey Key(ModelPerson person) => new(person.Id, person.Email, person.Noes.Contains(name));
}
