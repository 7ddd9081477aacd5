using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>A mapping's editor.</summary>
internal sealed record MappingModel
{
    /// <summary>The account.</summary>
    public required AccountDetails Account { get; init; }

    /// <summary>The mapping in force.</summary>
    public required EntityMapping Mapping { get; init; }

    /// <summary>What can be mapped.</summary>
    public required IReadOnlyList<ListField> Fields { get; init; }

    /// <summary>The account's data fields.</summary>
    public required IReadOnlyList<DataFieldRecord> DataFields { get; init; }

    /// <summary>What is in the form.</summary>
    public required MappingForm Form { get; init; }

    /// <summary>What is wrong with the form and what saving would do; null when it was not asked for.</summary>
    public MappingCheck? Check { get; init; }

    /// <summary>Whether somebody else saved the mapping meanwhile.</summary>
    public bool IsConflict { get; init; }
}
