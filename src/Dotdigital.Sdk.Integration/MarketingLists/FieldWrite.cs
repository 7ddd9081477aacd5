namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A value that a person's record is to get from Dotdigital (rules IM-4, IM-5).</summary>
public sealed class FieldWrite
{
    private readonly Func<object?, bool>? _isWanted;

    /// <summary>Makes a write, as the engine gives it to an <see cref="IMarketingListWriter"/>.</summary>
    /// <param name="field">The list's field (<see cref="ListField.Name"/>).</param>
    /// <param name="value">The value, of the field's type, or null for none.</param>
    /// <param name="isWanted">What <see cref="IsWanted"/> answers; null: whether the values differ.</param>
    public FieldWrite(string field, object? value, Func<object?, bool>? isWanted = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
        Value = value;
        _isWanted = isWanted;
    }

    /// <summary>The list's field (<see cref="ListField.Name"/>).</summary>
    public string Field { get; }

    /// <summary>The value, of the type that the list declares for the field, or null for none.</summary>
    public object? Value { get; }

    /// <summary>
    /// Whether the value is to be written over <paramref name="current"/>, the record's value within the transaction that would write it: not when they
    /// are the same, nor when the host's own change counts (<see cref="TwoWayConflicts"/>). Not asked, the value counts as written.
    /// </summary>
    /// <param name="current">The record's value now, of the type that the list declares for the field, or null.</param>
    public bool IsWanted(object? current) => _isWanted?.Invoke(current) ?? !Equals(current, Value);
}
