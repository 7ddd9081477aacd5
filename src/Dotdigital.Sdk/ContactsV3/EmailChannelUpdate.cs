using Dotdigital.Sdk.Contacts;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Settings of the email channel. Its status can only be an opt-out, because v3 takes any other as a resubscription.</summary>
public sealed record EmailChannelUpdate
{
    /// <summary>The kind of mail; not sent when <see langword="null"/>.</summary>
    public ContactEmailType? EmailType { get; init; }

    /// <summary>How it opted in; not sent when <see langword="null"/>.</summary>
    public ContactOptInType? OptInType { get; init; }

    /// <summary>Takes the person off the email channel; the status stays as it is when <see langword="null"/>.</summary>
    public EmailOptOut? OptOut { get; init; }
}
