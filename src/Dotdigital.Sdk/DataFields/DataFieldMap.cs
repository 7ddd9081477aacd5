using System.Collections;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.DataFields;

/// <summary>
/// A contact's data fields, in the API's order: names (shared between contacts) beside values, no object per pair. Names are found
/// ignoring case. Immutable; use the collection's constructor to build one.
/// </summary>
[JsonConverter(typeof(DataFieldMapConverter))]
public sealed class DataFieldMap : IReadOnlyCollection<KeyValuePair<string, DataFieldValue>>
{
    private readonly string[] names;
    private readonly DataFieldValue[] values;

    /// <summary>Copies the pairs; a name given twice keeps its last value.</summary>
    /// <param name="pairs">Names and values.</param>
    public DataFieldMap(IEnumerable<KeyValuePair<string, DataFieldValue>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var byName = new Dictionary<string, DataFieldValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in pairs)
        {
            byName[name] = value;
        }

        names = [.. byName.Keys];
        values = [.. byName.Values];
    }

    internal DataFieldMap(string[] names, DataFieldValue[] values)
    {
        this.names = names;
        this.values = values;
    }

    /// <summary>No data fields.</summary>
    public static DataFieldMap Empty { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => names.Length;

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The values, in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<DataFieldValue> Values => values;

    /// <summary>The value of a field; <see cref="DataFieldValue.Null"/> also when it is absent.</summary>
    /// <param name="name">The field's name, any case.</param>
    public DataFieldValue this[string name] => TryGetValue(name, out var value) ? value : default;

    /// <summary>Finds a field.</summary>
    /// <param name="name">The field's name, any case.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the field is present, even with no value.</returns>
    public bool TryGetValue(string name, out DataFieldValue value)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                value = values[i];
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, DataFieldValue>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
        {
            yield return new(names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
