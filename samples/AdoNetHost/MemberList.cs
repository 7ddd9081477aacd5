using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace AdoNetHost;

/// <summary>What the SDK is told of the club's members.</summary>
internal static class MemberList
{
    /// <summary>The columns that the list's fields stand for: names never come from outside, so that no statement is made of foreign text.</summary>
    public static IReadOnlyDictionary<string, string> Columns { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FirstName"] = "first_name",
        ["Town"] = "town",
        ["Points"] = "points",
    };

    public static MarketingList Declare(MemberDatabase database) => new()
    {
        Name = "members",
        Entity = "Member",
        Account = new AccountId("main"),
        AddressBook = "Members",
        CreateAddressBook = true,
        CreateEntities = true,
        Fields = [new("FirstName", typeof(string)), new("Town", typeof(string)), new("Points", typeof(long))],
        Mapping =
        [
            new() { DataField = "FIRSTNAME", Fields = ["FirstName"], IsTwoWay = true },
            new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true },
            new() { DataField = "POINTS", Fields = ["Points"] },
            new() { DataField = "FULLNAME", Fields = ["FirstName", "Town"] },
        ],
        Source = _ => new MemberSource(database),
        Writer = _ => new MemberWriter(database),
    };
}
