namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The answer to an import.</summary>
internal sealed record ContactV3ImportAccepted
{
    public string? ImportId { get; init; }
}
