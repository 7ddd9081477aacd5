using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>A row of the mapping's form, finished or not.</summary>
internal sealed record MappingFormRow
{
    /// <summary>The data field; empty while none is chosen.</summary>
    public string DataField { get; init; } = string.Empty;

    /// <summary>The host fields in order, without empty ones.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Whether changes flow back.</summary>
    public bool IsTwoWay { get; init; }

    /// <summary>Whether a change in Dotdigital is undone.</summary>
    public bool Restores { get; init; }

    /// <summary>What a blank value does.</summary>
    public BlankAction WhenBlank { get; init; }

    /// <summary>What a text that is too long does.</summary>
    public OverlongAction WhenOverlong { get; init; }

    /// <summary>The time zone of unspecified times; empty for UTC.</summary>
    public string TimeZone { get; init; } = string.Empty;

    /// <summary>Whether nothing is chosen in it: such a row is not saved.</summary>
    public bool IsEmpty => DataField.Length == 0 && Fields.Count == 0;

    /// <summary>Whether both sides are chosen.</summary>
    public bool IsFinished => DataField.Length > 0 && Fields.Count > 0;

    /// <summary>Whether it has an option that is not the default: the options are then shown.</summary>
    public bool HasOptions => Restores || WhenBlank != BlankAction.Clears || WhenOverlong != OverlongAction.SetsAside || TimeZone.Length > 0;

    /// <summary>The form of a stored row.</summary>
    public static MappingFormRow Of(MappingRow row) => new()
    {
        DataField = row.DataField,
        Fields = row.Fields,
        IsTwoWay = row.IsTwoWay,
        Restores = row.Restores,
        WhenBlank = row.WhenBlank,
        WhenOverlong = row.WhenOverlong,
        TimeZone = row.TimeZone ?? string.Empty,
    };

    /// <summary>The row as the mapping service takes it.</summary>
    public MappingRow ToRow() => new()
    {
        DataField = DataField,
        Fields = Fields,
        IsTwoWay = IsTwoWay,
        Restores = Restores,
        WhenBlank = WhenBlank,
        WhenOverlong = WhenOverlong,
        TimeZone = TimeZone.Length > 0 ? TimeZone : null,
    };
}
