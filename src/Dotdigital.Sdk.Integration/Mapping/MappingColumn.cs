using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A mapping row bound to the account's data field and to positions in what the list reads.</summary>
internal sealed record MappingColumn(DataFieldRecord Field, MappingRow Row, IReadOnlyList<int> Positions, TimeZoneInfo Zone);
