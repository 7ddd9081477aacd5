using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>All marketing lists that the host declared, with their readers and writers.</summary>
internal sealed class MarketingListCatalogue
{
    private readonly FrozenDictionary<string, MarketingList> _lists;
    private readonly ConcurrentDictionary<string, IReadOnlyList<ListField>> _fields = new(StringComparer.Ordinal);
    private readonly IServiceScopeFactory _scopes;

    public MarketingListCatalogue(IEnumerable<MarketingList> lists, IServiceScopeFactory scopes)
    {
        _scopes = scopes;
        var all = lists.ToList();
        var twice = all.GroupBy(static list => list.Name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1);
        if (twice is not null)
        {
            throw new MarketingListException(twice.Key, "is declared more than once; give each list a name of its own.");
        }

        _lists = all.ToFrozenDictionary(static list => list.Name, StringComparer.Ordinal);
    }

    public IEnumerable<MarketingList> All => _lists.Values;

    /// <summary>All that can be mapped of a list. What was asked of the host before is kept, unless one of the wanted fields is not among it.</summary>
    public async Task<IReadOnlyList<ListField>> GetFieldsAsync(MarketingList list, IReadOnlyCollection<string> wanted, CancellationToken cancellationToken)
    {
        if (_fields.TryGetValue(list.Name, out var known) && wanted.All(name => known.Any(field => string.Equals(field.Name, name, StringComparison.Ordinal))))
        {
            return known;
        }

        return await ReadFieldsAsync(list, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same, asked of the host anew.</summary>
    public async Task<IReadOnlyList<ListField>> ReadFieldsAsync(MarketingList list, CancellationToken cancellationToken)
    {
        await using var session = Open(list);
        return _fields[list.Name] = await session.Source.GetFieldsAsync(cancellationToken).ConfigureAwait(false) ?? list.Fields;
    }

    public MarketingList? Find(string name) => _lists.GetValueOrDefault(name);

    /// <summary>Opens the list's reader in a scope of its own; dispose the session to end both.</summary>
    public ListSession Open(MarketingList list)
    {
        var scope = _scopes.CreateAsyncScope();
        return new ListSession(scope, list.Source(scope.ServiceProvider));
    }

    /// <summary>Opens the list's writer in a scope of its own, or null when the host wants no writes.</summary>
    public ListWriterSession? OpenWriter(MarketingList list)
    {
        if (list.Writer is null)
        {
            return null;
        }

        var scope = _scopes.CreateAsyncScope();
        return new ListWriterSession(scope, list.Writer(scope.ServiceProvider));
    }
}
