namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's SMS channel.</summary>
public sealed record SmsChannelProperties
{
    /// <summary>The country of the number.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Its status on the channel.</summary>
    public SmsChannelStatus Status { get; init; }
}
