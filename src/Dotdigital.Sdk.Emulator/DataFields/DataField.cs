namespace Dotdigital.Sdk.Emulator.DataFields;

/// <summary>A data field of an account; its values sit in the contacts at <see cref="Column"/>.</summary>
internal sealed class DataField
{
    private const int PoolLimit = 4096;
    private readonly HashSet<string> _pool = new(StringComparer.Ordinal);

    public required string Name { get; init; }

    public required DataFieldType Type { get; init; }

    public string Visibility { get; init; } = "Public";

    public string? Default { get; init; }

    public bool IsSystem { get; init; }

    public required int Column { get; init; }

    /// <summary>Whether only the server writes it: the date of the last subscription.</summary>
    public bool IsServerSet => IsSystem && Type == DataFieldType.Date;

    /// <summary>What uses the field (type of object, its id): a field in use cannot be deleted.</summary>
    public List<(string Type, int ObjectId)> Dependencies { get; } = [];

    /// <summary>The same text once in memory for as many contacts as have it, while the column has few different ones.</summary>
    public string Intern(ReadOnlySpan<char> value)
    {
        var lookup = _pool.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(value, out var pooled))
        {
            return pooled;
        }

        var text = value.ToString();
        if (_pool.Count < PoolLimit)
        {
            _pool.Add(text);
        }

        return text;
    }

    /// <summary>Brings a text into the field's canonical form. Blank gives true and null.</summary>
    /// <returns>False if the text does not fit the type.</returns>
    public bool TryNormalise(ReadOnlySpan<char> raw, out string? canonical)
    {
        raw = raw.Trim();
        canonical = null;
        if (raw.IsEmpty)
        {
            return true;
        }

        Span<char> buffer = stackalloc char[64];
        switch (Type)
        {
            case DataFieldType.Numeric when DataFieldValue.TryNumber(raw, buffer, out var written):
            case DataFieldType.Date when DataFieldValue.TryDate(raw, buffer, out written):
                canonical = Intern(buffer[..written]);
                return true;
            case DataFieldType.Boolean when DataFieldValue.TryBoolean(raw, out var flag):
                canonical = flag ? "true" : "false";
                return true;
            case DataFieldType.String when raw.Length <= 1000:
                canonical = Intern(raw);
                return true;
            default:
                return false;
        }
    }
}
