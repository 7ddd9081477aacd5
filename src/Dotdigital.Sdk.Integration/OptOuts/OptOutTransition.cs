using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>A person became opted out (or undeliverable) in Dotdigital.</summary>
/// <param name="Contact">The contact, as it is now.</param>
/// <param name="AddressBookId">The book that it concerns; null for the whole account.</param>
/// <param name="Status">The new status.</param>
/// <param name="At">When, by Dotdigital's clock.</param>
internal sealed record OptOutTransition(ContactRecord Contact, int? AddressBookId, SubscriptionStatus Status, DateTimeOffset? At);
