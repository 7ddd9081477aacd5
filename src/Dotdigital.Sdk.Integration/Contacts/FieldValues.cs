using System.Collections;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Dotdigital.Sdk.Integration.Contacts;

/// <summary>
/// Data field values by name, in canonical text (rule W-3): a snapshot of a contact, or what a batch carried. A field that is absent has no value.
/// Immutable; names compare ignoring case and are kept in ordinal order of their upper case, so that equal maps serialise alike.
/// </summary>
public sealed class FieldValues : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<FieldValues>
{
    private readonly KeyValuePair<string, string>[] _items;

    private FieldValues(KeyValuePair<string, string>[] sorted) => _items = sorted;

    /// <summary>No values.</summary>
    public static FieldValues Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <summary>The canonical text of a field, or null when it has none.</summary>
    public string? this[string name]
    {
        get
        {
            var index = IndexOf(_items, name);
            return index < 0 ? null : _items[index].Value;
        }
    }

    /// <summary>
    /// Makes a map; pairs with a null value are left out, and the last of equal names wins. An empty text is kept: among the values a batch
    /// sent it means that the field was cleared.
    /// </summary>
    public static FieldValues Create(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var items = new List<KeyValuePair<string, string>>(values.TryGetNonEnumeratedCount(out var count) ? count : 8);
        foreach (var (name, value) in values)
        {
            // Most come in order; the few others find their place among some tens.
            var at = items.Count > 0 && StringComparer.OrdinalIgnoreCase.Compare(items[^1].Key, name) >= 0 ? IndexOf(CollectionsMarshal.AsSpan(items), name) : ~items.Count;
            if (value is null)
            {
                if (at >= 0)
                {
                    items.RemoveAt(at);
                }
            }
            else if (at >= 0)
            {
                items[at] = new(name, value);
            }
            else
            {
                items.Insert(~at, new(name, value));
            }
        }

        return items.Count == 0 ? Empty : new([.. items]);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; null and blank give <see cref="Empty"/>.</summary>
    /// <exception cref="JsonException">The text is not a JSON object of strings.</exception>
    public static FieldValues FromJson(string? json)
    {
        if (string.IsNullOrEmpty(json) || string.Equals(json, "{}", StringComparison.Ordinal))
        {
            return Empty;
        }

        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        var items = new List<KeyValuePair<string, string>>(8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = string.Intern(reader.GetString()!);
            reader.Read();
            items.Add(new(name, reader.GetString() ?? string.Empty));
        }

        return new([.. items]);
    }

    /// <summary>These values with <paramref name="changes"/> laid over them: an empty value takes the field away (a snapshot has no blanks).</summary>
    public FieldValues With(FieldValues changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return _items.Length == 0 && Array.TrueForAll(changes._items, static item => item.Value.Length > 0)
            ? changes
            : Create([
                .. _items.Select(static item => KeyValuePair.Create(item.Key, (string?)item.Value)),
                .. changes._items.Select(static item => KeyValuePair.Create(item.Key, item.Value.Length == 0 ? null : item.Value))]);
    }

    /// <summary>These values and one more, or another for the same name; an empty text is kept.</summary>
    internal FieldValues Plus(string name, string value) =>
        Create([.. _items.Select(static item => KeyValuePair.Create(item.Key, (string?)item.Value)), KeyValuePair.Create(name, (string?)value)]);

    /// <summary>These values but one.</summary>
    internal FieldValues Without(string name) => IndexOf(_items, name) is var index && index < 0 ? this : _items.Length == 1 ? Empty : new([.. _items[..index], .. _items[(index + 1)..]]);

    /// <summary>A JSON object of strings, names in order.</summary>
    public string ToJson()
    {
        if (_items.Length == 0)
        {
            return "{}";
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>(64 * _items.Length);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in _items)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public bool Equals(FieldValues? other)
    {
        if (other is null || other._items.Length != _items.Length)
        {
            return false;
        }

        for (var i = 0; i < _items.Length; i++)
        {
            if (!string.Equals(_items[i].Key, other._items[i].Key, StringComparison.OrdinalIgnoreCase)
                || !string.Equals(_items[i].Value, other._items[i].Value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, value) in _items)
        {
            hash.Add(name, StringComparer.OrdinalIgnoreCase);
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The number of fields only: values are personal data.</summary>
    public override string ToString() => $"{Count} field(s)";

    /// <summary>Where a name is, or the complement of where it belongs.</summary>
    private static int IndexOf(ReadOnlySpan<KeyValuePair<string, string>> items, string name)
    {
        int low = 0, high = items.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = StringComparer.OrdinalIgnoreCase.Compare(items[middle].Key, name);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
