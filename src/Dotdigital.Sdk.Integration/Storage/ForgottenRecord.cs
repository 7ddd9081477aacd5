using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>An address that asked to be forgotten (rule PR-1). Key: account + <see cref="Hash"/>.</summary>
public sealed record ForgottenRecord
{
    /// <summary>The keyed hash of the normalised address, as hexadecimal digits: all that remains of it.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was asked for, by our clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address itself while something of it is still to be erased; null from then on.</summary>
    public EmailAddress? Pending { get; init; }

    /// <summary>Whether the contact is to be deleted in Dotdigital, too.</summary>
    public bool DeleteContact { get; init; }

    /// <summary>Whether a no of the person's that Dotdigital has not heard is to be told before all is erased.</summary>
    public ForgottenOptOut OptOut { get; init; }
}
