using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Soak.People;

/// <summary>A population as a marketing list, read and written.</summary>
internal sealed class PeopleList(Population people) : IMarketingListSource, IMarketingListWriter
{
    public const string Book = "Newsletter";

    /// <summary>The data fields that are compared at the end.</summary>
    public static readonly IReadOnlyList<string> DataFields = ["LASTNAME", "POINTS", "TOWN"];

    /// <summary>Each account is a tenant with a table of its own.</summary>
    public static string EntityOf(string account) => $"Person {account}";

    public static string NameOf(string account) => $"newsletter {account}";

    public static MarketingList Declare(Population people) => new()
    {
        Name = NameOf(people.Account),
        Entity = EntityOf(people.Account),
        Account = new AccountId(people.Account),
        AddressBook = Book,
        CreateAddressBook = true,
        Fields = [new("Name", typeof(string)), new("Points", typeof(decimal)), new("Town", typeof(string))],
        Mapping =
        [
            new() { DataField = "LASTNAME", Fields = ["Name"] },
            new() { DataField = "POINTS", Fields = ["Points"] },
            new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true },
        ],
        Source = _ => new PeopleList(people),
        Writer = _ => new PeopleList(people),
    };

    public async IAsyncEnumerable<ListKey> ReadKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var number = 0; number < people.Count; number++)
        {
            if (people[number].Fate != Fate.Left)
            {
                yield return new(people.IdOf(number), people.EmailOf(number), people[number].IsOptedOut);
            }
        }
    }

    public async IAsyncEnumerable<ListKey> ReadOptedOutAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var number = 0; number < people.Count; number++)
        {
            if (people[number].IsOptedOut)
            {
                yield return new(people.IdOf(number), people.EmailOf(number), IsOptedOut: true);
            }
        }
    }

    public async IAsyncEnumerable<ListItem> ReadItemsAsync(
        IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var id in itemIds)
        {
            var number = people.NumberOf(id);
            if (people[number].Fate != Fate.Left)
            {
                yield return new(id, people.EmailOf(number), people[number].IsOptedOut, [.. fields.Select(field => ValueOf(number, field))]);
            }
        }
    }

    public Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken)
    {
        if (!notice.IsUndeliverable)
        {
            people[people.NumberOf(itemId)].IsOptedOut = true;
        }

        return Task.CompletedTask;
    }

    public Task WriteFieldsAsync(string itemId, IReadOnlyList<FieldWrite> fields, CancellationToken cancellationToken)
    {
        var number = people.NumberOf(itemId);
        foreach (var field in fields.Where(field => field.Field == "Town" && field.IsWanted(people.TownOf(number))))
        {
            people[number].Town = Population.TownNumber((string?)field.Value);
        }

        return Task.CompletedTask;
    }

    private object ValueOf(int number, string field) => field switch
    {
        "Name" => people.NameOf(number),
        "Points" => people.PointsOf(number),
        _ => people.TownOf(number),
    };
}
