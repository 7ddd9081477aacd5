using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>A host's customers, in memory: id, email, first name, last name, town, points.</summary>
internal sealed class TestShop : IMarketingListSource
{
    public const string Entity = "Customer";

    private static readonly ListField[] Fields =
    [
        new("FirstName", typeof(string)), new("LastName", typeof(string)), new("Town", typeof(string)) { Label = "Town <b>of residence</b>" }, new("Points", typeof(int)),
    ];

    public Dictionary<string, object?[]> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>What happens before the keys are read.</summary>
    public Func<Task>? BeforeKeys { get; set; }

    public void Fill(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            Rows[$"{i:D4}"] = [$"c{i}@example.com", $"First{i}", $"Last{i}", $"Town{i % 7}", i];
        }
    }

    public MarketingList AsList(string name, string? addressBook = null) => new()
    {
        Name = name,
        Entity = Entity,
        Fields = Fields,
        Mapping = [new MappingRow { DataField = "FIRSTNAME", Fields = ["FirstName"] }, new MappingRow { DataField = "FULLNAME", Fields = ["FirstName", "LastName"] }],
        Account = addressBook is null ? null : DashboardBench.Id,
        AddressBook = addressBook,
        CreateAddressBook = addressBook is not null,
        Source = _ => this,
    };

    public async IAsyncEnumerable<ListKey> ReadKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (BeforeKeys is { } before)
        {
            await before();
        }

        foreach (var (id, row) in Rows.OrderBy(static row => (string?)row.Value[0], StringComparer.Ordinal))
        {
            yield return new ListKey(id, (string?)row[0]);
        }
    }

    public async IAsyncEnumerable<ListItem> ReadItemsAsync(IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var id in itemIds.Where(Rows.ContainsKey))
        {
            var row = Rows[id];
            yield return new ListItem(id, (string?)row[0], false, [.. fields.Select(field => row[1 + Array.FindIndex(Fields, known => known.Name == field)])]);
        }
    }
}
