using Dotdigital.Sdk.Integration.Connections;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What a dry run is for (rule CN-4).</summary>
public sealed record PlanOptions
{
    /// <summary>Plans this marketing list only; null for all that are connected.</summary>
    public string? ListName { get; init; }

    /// <summary>Plans as though <see cref="ListName"/> were connected to this book: the question before connecting. Nothing is created.</summary>
    public AddressBookChoice? AddressBook { get; init; }

    /// <summary>Examples of each kind at most, 0 to 1,000; 10.</summary>
    public int MostExamples { get; init; } = 10;
}
