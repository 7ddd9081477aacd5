using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>A host without EF Core: customers in memory, read and written through the engine's own interfaces.</summary>
internal sealed class Shop : IMarketingListSource, IMarketingListWriter
{
    private readonly ConcurrentDictionary<string, ShopRow> _rows = new(StringComparer.Ordinal);

    /// <summary>What the engine told the host, in order.</summary>
    public List<(string ItemId, OptOutNotice Notice)> OptOuts { get; } = [];

    /// <summary>Who came back.</summary>
    public List<string> Returns { get; } = [];

    /// <summary>When set, the key pass throws after so many keys.</summary>
    public int? BreakKeysAfter { get; set; }

    /// <summary>Runs before the key pass gives its first key.</summary>
    public Func<Task>? BeforeKeys { get; set; }

    /// <summary>When set, the writer throws.</summary>
    public bool RefusesWrites { get; set; }

    /// <summary>When set, the shop refuses fields or new customers for what it says.</summary>
    public Func<string, string?> RefusesChange { get; set; } = static _ => null;

    /// <summary>Runs before fields are written, as another of the host's processes might.</summary>
    public Action<string> BeforeWrite { get; set; } = static _ => { };

    /// <summary>The items whose fields were changed by the engine, in order.</summary>
    public List<(string ItemId, string Field, object? Value)> Written { get; } = [];

    /// <summary>Times that the writer was asked to write fields.</summary>
    public int WriteCalls { get; private set; }

    /// <summary>Who was created by the engine.</summary>
    public List<NewItem> Created { get; } = [];

    /// <summary>Whether customers that the engine creates are in the segment at once.</summary>
    public bool CreatesIntoSegment { get; set; } = true;

    /// <summary>When set, resolves related records; may throw, as a bad path does.</summary>
    public Func<string, IReadOnlyCollection<string>, IReadOnlyList<string>>? Resolve { get; set; }

    /// <summary>Items whose values were read, in order.</summary>
    public List<string> ItemsRead { get; } = [];

    /// <summary>Who is in the segment, in no order.</summary>
    public IEnumerable<ShopRow> Rows => _rows.Values.Where(static row => row.IsInSegment);

    public ShopRow this[string id]
    {
        get => _rows[id];
        set => _rows[id] = value;
    }

    public void Add(params IEnumerable<ShopRow> rows)
    {
        foreach (var row in rows)
        {
            _rows[row.Id] = row;
        }
    }

    public void Remove(string id) => _rows.TryRemove(id, out _);

    public async IAsyncEnumerable<ListKey> ReadKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = 0;
        if (BeforeKeys is { } before)
        {
            await before();
        }

        foreach (var row in _rows.Values.Where(static row => row.IsInSegment))
        {
            if (read++ == BreakKeysAfter)
            {
                throw new InvalidOperationException("The host's database went away.");
            }

            await Task.CompletedTask;
            yield return new ListKey(row.Id, row.Email, row.IsOptedOut);
        }
    }

    public async IAsyncEnumerable<ListKey> ReadOptedOutAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in _rows.Values.Where(static row => row.IsOptedOut))
        {
            await Task.CompletedTask;
            yield return new ListKey(row.Id, row.Email, IsOptedOut: true);
        }
    }

    public async IAsyncEnumerable<ListItem> ReadItemsAsync(
        IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in itemIds)
        {
            ItemsRead.Add(id);
            if (_rows.TryGetValue(id, out var row) && row.IsInSegment)
            {
                await Task.CompletedTask;
                yield return new ListItem(row.Id, row.Email, row.IsOptedOut, [.. fields.Select(field => Value(row, field))]);
            }
        }
    }

    public IAsyncEnumerable<string> ResolveItemsAsync(string path, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        (path.Length == 0 ? [.. keys] : Resolve?.Invoke(path, keys) ?? []).ToAsyncEnumerable();

    public Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken)
    {
        if (RefusesWrites)
        {
            throw new InvalidOperationException("The host is read-only now.");
        }

        OptOuts.Add((itemId, notice));
        if (!notice.IsUndeliverable && _rows.TryGetValue(itemId, out var row))
        {
            _rows[itemId] = row with { IsOptedOut = true };
        }

        return Task.CompletedTask;
    }

    public Task OptBackInAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken)
    {
        Returns.Add(itemId);
        if (_rows.TryGetValue(itemId, out var row))
        {
            _rows[itemId] = row with { IsOptedOut = false };
        }

        return Task.CompletedTask;
    }

    public Task WriteFieldsAsync(string itemId, IReadOnlyList<FieldWrite> fields, CancellationToken cancellationToken)
    {
        WriteCalls++;
        BeforeWrite(itemId);
        if (RefusesChange(itemId) is { } why)
        {
            throw new HostWriteRefusedException("customers", why);
        }

        foreach (var field in fields)
        {
            if (_rows.TryGetValue(itemId, out var row) && field.IsWanted(Value(row, field.Field)))
            {
                _rows[itemId] = With(row, field);
                Written.Add((itemId, field.Field, field.Value));
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ListKey>> FindItemsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListKey>>(
            [.. _rows.Values.Where(row => emails.Contains(row.Email, StringComparer.OrdinalIgnoreCase)).Select(static row => new ListKey(row.Id, row.Email, row.IsOptedOut))]);

    public Task<string> CreateAsync(NewItem item, CancellationToken cancellationToken)
    {
        if (RefusesChange(item.Email) is { } why)
        {
            throw new HostWriteRefusedException("customers", why);
        }

        Created.Add(item);
        var id = $"new-{item.EventId:N}";
        _rows[id] = item.Fields.Aggregate(new ShopRow(id, item.Email) { IsInSegment = CreatesIntoSegment }, With);
        return Task.FromResult(id);
    }

    /// <summary>This shop's customers as a marketing list that goes to a book of the given name.</summary>
    public MarketingList AsList(string name, string book, IReadOnlyList<MappingRow>? mapping = null, int priority = 0) => new()
    {
        Name = name,
        Entity = "Customer",
        Account = new AccountId("main"),
        AddressBook = book,
        CreateAddressBook = true,
        Priority = priority,
        Fields =
        [
            new("FirstName", typeof(string)), new("Town", typeof(string)), new("Points", typeof(decimal)),
            new("IsVip", typeof(bool)), new("Birthday", typeof(DateOnly)),
        ],
        Mapping = mapping ?? DefaultMapping,
        Source = _ => this,
        Writer = _ => this,
    };

    public static IReadOnlyList<MappingRow> DefaultMapping { get; } =
    [
        new() { DataField = "FIRSTNAME", Fields = ["FirstName"] },
        new() { DataField = "TOWN", Fields = ["Town"] },
        new() { DataField = "POINTS", Fields = ["Points"] },
        new() { DataField = "VIP", Fields = ["IsVip"] },
        new() { DataField = "BIRTHDAY", Fields = ["Birthday"] },
    ];

    private static ShopRow With(ShopRow row, FieldWrite field) => field.Field switch
    {
        "FirstName" => row with { FirstName = (string?)field.Value },
        "Town" => row with { Town = (string?)field.Value },
        "Points" => row with { Points = (decimal?)field.Value },
        "IsVip" => row with { IsVip = (bool?)field.Value },
        "Birthday" => row with { Birthday = (DateOnly?)field.Value },
        _ => throw new ArgumentException($"The shop has no field '{field.Field}'.", nameof(field)),
    };

    private static object? Value(ShopRow row, string field) => field switch
    {
        "FirstName" => row.FirstName,
        "Town" => row.Town,
        "Points" => row.Points,
        "IsVip" => row.IsVip,
        "Birthday" => row.Birthday,
        _ => throw new ArgumentException($"The shop has no field '{field}'.", nameof(field)),
    };
}
