namespace Dotdigital.Sdk.Contacts;

/// <summary>Someone who must not be mailed any more (<c>ApiContactSuppression</c>).</summary>
public sealed record ContactSuppression
{
    /// <summary>The contact.</summary>
    public Contact? SuppressedContact { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset? DateRemoved { get; init; }

    /// <summary>Why.</summary>
    public ContactStatus Reason { get; init; }
}
