using Dotdigital.Sdk.Contacts;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Settings of the email channel. No status: see <see cref="ContactV3Update"/>.</summary>
public sealed record EmailChannelUpdate
{
    /// <summary>The kind of mail; not sent when <see langword="null"/>.</summary>
    public ContactEmailType? EmailType { get; init; }

    /// <summary>How it opted in; not sent when <see langword="null"/>.</summary>
    public ContactOptInType? OptInType { get; init; }
}
