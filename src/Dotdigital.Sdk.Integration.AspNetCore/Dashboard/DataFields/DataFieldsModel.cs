using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.DataFields;

/// <summary>The data fields of an account, and the form of a new one.</summary>
internal sealed record DataFieldsModel
{
    /// <summary>The account.</summary>
    public required PickedAccount Account { get; init; }

    /// <summary>The data fields that match the filter.</summary>
    public required IReadOnlyList<DataFieldRecord> Fields { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>What names and notes are to hold; empty: all are shown.</summary>
    public string Filter { get; init; } = string.Empty;

    /// <summary>The new one's name, as it was typed.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Its type.</summary>
    public string Type { get; init; } = "String";

    /// <summary>Its visibility.</summary>
    public string Visibility { get; init; } = "Private";

    /// <summary>Its default value.</summary>
    public string DefaultValue { get; init; } = string.Empty;

    /// <summary>Its notes.</summary>
    public string Notes { get; init; } = string.Empty;
}
