using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>A data field was kept because something uses it (rule DF-3).</summary>
public sealed class DataFieldInUseException : DotdigitalException
{
    /// <summary>Says what uses it.</summary>
    /// <param name="field">The data field's name.</param>
    /// <param name="uses">What uses it.</param>
    public DataFieldInUseException(string field, IReadOnlyList<DataFieldUse> uses)
        : base($"Data field '{field}' was not deleted, as it is in use: {string.Join(", ", uses)}. Take it out of there first.")
    {
        Field = field;
        Uses = uses;
    }

    /// <summary>The data field's name.</summary>
    public string Field { get; }

    /// <summary>What uses it.</summary>
    public IReadOnlyList<DataFieldUse> Uses { get; }
}
