using System.Globalization;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>The people that the store benchmarks store.</summary>
internal static class StorePeople
{
    public const int Book = 1;
    public const int Connection = 1;

    public static ContactRecord Contact(int person, int points) => new()
    {
        Id = person + 1,
        Email = Email(person),
        RemoteId = 1_000_000 + person,
        Status = SubscriptionStatus.Subscribed,
        OptInType = "Single",
        EmailType = "Html",
        Snapshot = FieldValues.Create(
        [
            new("FIRSTNAME", string.Create(CultureInfo.InvariantCulture, $"Given{person}")),
            new("LASTNAME", string.Create(CultureInfo.InvariantCulture, $"Family{person}")),
            new("POINTS", points.ToString(CultureInfo.InvariantCulture)),
        ]),
    };

    public static MembershipRecord Membership(int person) => new()
    {
        AddressBookId = Book,
        ContactId = person + 1,
        ConnectionId = Connection,
        ItemId = ItemId(person),
        Status = SubscriptionStatus.Subscribed,
        WasSent = true,
    };

    public static StagedKey Key(int person) => new(ItemId(person), Email(person), IsOptedOut: false);

    public static string ItemId(int person) => string.Create(CultureInfo.InvariantCulture, $"i{person:d7}");

    private static EmailAddress Email(int person) => EmailAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"person{person:d7}@example.com"));
}
