using System.Text.Json.Serialization;
using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>Source-generated JSON of a mapping's rows. Choices are kept by name, so that their order in code does not matter; what is at its default is left out.</summary>
[JsonSerializable(typeof(IReadOnlyList<MappingRow>))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class MappingRowsJson : JsonSerializerContext;
