using System.Collections.Immutable;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>An immutable table ordered by key, with pages after a key. Both reading and writing a row take logarithmic time.</summary>
internal sealed class Table<TKey, TRow>
    where TKey : notnull
{
    private readonly ImmutableSortedSet<KeyValuePair<TKey, TRow>> _rows;

    public Table(IComparer<TKey>? keys = null)
        : this(ImmutableSortedSet.Create<KeyValuePair<TKey, TRow>>(new ByKey(keys ?? Comparer<TKey>.Default)))
    {
    }

    private Table(ImmutableSortedSet<KeyValuePair<TKey, TRow>> rows) => _rows = rows;

    public int Count => _rows.Count;

    /// <summary>All rows, by key.</summary>
    public IEnumerable<TRow> Rows => _rows.Select(static pair => pair.Value);

    public bool TryGet(TKey key, out TRow row)
    {
        var found = _rows.TryGetValue(new(key, default!), out var pair);
        row = pair.Value;
        return found;
    }

    public bool Contains(TKey key) => _rows.Contains(new(key, default!));

    /// <summary>Those of the keys that are there.</summary>
    public IEnumerable<TRow> Find(IEnumerable<TKey> keys)
    {
        foreach (var key in keys.Distinct())
        {
            if (TryGet(key, out var row))
            {
                yield return row;
            }
        }
    }

    /// <summary>The rows behind <paramref name="key"/>, by key.</summary>
    public IEnumerable<TRow> After(TKey key)
    {
        var index = _rows.IndexOf(new(key, default!));
        for (var i = index < 0 ? ~index : index + 1; i < _rows.Count; i++)
        {
            yield return _rows[i].Value;
        }
    }

    /// <summary>Inserts or replaces; of rows with the same key the last one counts.</summary>
    public Table<TKey, TRow> Set(IEnumerable<TRow> rows, Func<TRow, TKey> key)
    {
        var builder = _rows.ToBuilder();
        foreach (var row in rows)
        {
            var pair = KeyValuePair.Create(key(row), row);
            builder.Remove(pair);
            builder.Add(pair);
        }

        return new(builder.ToImmutable());
    }

    public Table<TKey, TRow> Set(TKey key, TRow row) => Set([row], _ => key);

    public Table<TKey, TRow> Remove(IEnumerable<TKey> keys)
    {
        var builder = _rows.ToBuilder();
        foreach (var key in keys)
        {
            builder.Remove(new(key, default!));
        }

        return new(builder.ToImmutable());
    }

    private sealed class ByKey(IComparer<TKey> keys) : IComparer<KeyValuePair<TKey, TRow>>
    {
        public int Compare(KeyValuePair<TKey, TRow> x, KeyValuePair<TKey, TRow> y) => keys.Compare(x.Key, y.Key);
    }
}
