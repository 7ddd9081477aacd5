using System.Globalization;
using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>A host whose people are computed, so that no time of a database of its own is counted: those from one number up to another.</summary>
internal sealed class People(int from, int to) : IMarketingListSource
{
    private static readonly string[] Towns = ["Canterbury", "Whitstable", "Margate", "Deal", "Faversham", "Sandwich", "Hythe"];

    /// <summary>The fields, in the order in which a straight-line program writes them.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["FirstName", "LastName", "Town", "Points", "IsVip", "LastOrder"];

    /// <summary>Everybody below this number has other points: those who changed.</summary>
    public int ChangedBelow { get; set; }

    public static string IdOf(int person) => person.ToString("D8", CultureInfo.InvariantCulture);

    public static string EmailOf(int person) => string.Create(CultureInfo.InvariantCulture, $"person{person:D8}@example.com");

    public object? ValueOf(int person, string field) => field switch
    {
        "FirstName" => string.Create(CultureInfo.InvariantCulture, $"Given{person % 5000}"),
        "LastName" => string.Create(CultureInfo.InvariantCulture, $"Family{person}"),
        "Town" => Towns[person % Towns.Length],
        "Points" => (decimal)(person % 1000) + (person < ChangedBelow ? 1000 : 0),
        "IsVip" => person % 10 == 0,
        _ => new DateOnly(2026, 1, 1).AddDays(person % 300),
    };

    /// <summary>These people as a marketing list that goes to a book of the given name.</summary>
    public MarketingList AsList(string name) => new()
    {
        Name = name,
        Entity = "Person",
        Account = new AccountId("main"),
        AddressBook = name,
        CreateAddressBook = true,
        Fields =
        [
            new("FirstName", typeof(string)), new("LastName", typeof(string)), new("Town", typeof(string)), new("Points", typeof(decimal)), new("IsVip", typeof(bool)),
            new("LastOrder", typeof(DateOnly)),
        ],
        Mapping =
        [
            new() { DataField = "FIRSTNAME", Fields = ["FirstName"] },
            new() { DataField = "LASTNAME", Fields = ["LastName"] },
            new() { DataField = "TOWN", Fields = ["Town"] },
            new() { DataField = "POINTS", Fields = ["Points"] },
            new() { DataField = "VIP", Fields = ["IsVip"] },
            new() { DataField = "LASTORDER", Fields = ["LastOrder"] },
        ],
        Source = _ => this,
    };

    public async IAsyncEnumerable<ListKey> ReadKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var person = from; person < to; person++)
        {
            yield return new(IdOf(person), EmailOf(person));
        }
    }

    public async IAsyncEnumerable<ListItem> ReadItemsAsync(
        IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var id in itemIds)
        {
            var person = int.Parse(id, CultureInfo.InvariantCulture);
            var values = new object?[fields.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = ValueOf(person, fields[i]);
            }

            yield return new(id, EmailOf(person), IsOptedOut: false, values);
        }
    }
}
