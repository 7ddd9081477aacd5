using System.Security.Cryptography;
using System.Text;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A mapping row bound to the account's data field and to positions in what the list reads.</summary>
internal sealed record MappingColumn(DataFieldRecord Field, MappingRow Row, IReadOnlyList<int> Positions, TimeZoneInfo Zone)
{
    /// <summary>Changes whenever values could come out differently (rule MP-4); not with the direction, which changes no value that is sent.</summary>
    public string Token { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Field.Name}|{Field.Type}|{string.Join('+', Row.Fields)}|{Row.WhenBlank}|{Row.WhenOverlong}|{Row.TimeZone}")).AsSpan(0, 6));
}
