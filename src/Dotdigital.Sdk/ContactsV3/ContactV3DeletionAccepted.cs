namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The answer to a bulk deletion.</summary>
internal sealed record ContactV3DeletionAccepted
{
    /// <summary>Its id.</summary>
    public string? DeleteId { get; init; }
}
