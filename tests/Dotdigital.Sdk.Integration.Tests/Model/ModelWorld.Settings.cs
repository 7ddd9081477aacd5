using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What an administrator changes.</summary>
internal sealed partial class ModelWorld
{
    private IConnectionService Connections => _services.GetRequiredService<IConnectionService>();

    private async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (DotdigitalException refused)
        {
            Log.Read("a refused setting", refused.ToString());
        }
    }

    private async Task EndAsync(int list, int members, Func<MembersOnDisconnect, Task> change)
    {
        var book = (await ConnectionsAsync()).FirstOrDefault(connection => connection.DisconnectedAt is null && connection.ListName == ListOf(list))?.AddressBookId;
        var leaves = members % 2 == 0;
        await TryAsync(() => change(leaves ? MembersOnDisconnect.Leave : MembersOnDisconnect.RemoveAdded));

        // It may have been stored although its answer was not heard.
        if (book is { } former && leaves)
        {
            Stay(former);
        }
    }

    /// <summary>Whoever is in a book, or on the way there, may stay.</summary>
    private void Stay(int book) => Facts.MayStay.UnionWith(Enumerable.Range(0, Addresses).Select(number => (Address(number), book)));

    private Task MapAsync(int number) => TryAsync(async () =>
    {
        var mappings = _services.GetRequiredService<IMappingService>();
        var now = await mappings.GetAsync(Id, "Customer");
        var choice = number % (ModelMappings.Stored.Count + 1);
        try
        {
            if (choice == ModelMappings.Stored.Count)
            {
                await mappings.RemoveAsync(Id, "Customer", now.Version);
            }
            else
            {
                await mappings.SaveAsync(Id, new MappingDraft { Entity = "Customer", Rows = ModelMappings.Stored[choice], Version = now.Version });
            }
        }
        finally
        {
            // It may have been stored although its answer was not heard.
            var isStored = (await ReadAsync(static unit => unit.Mappings.GetAllAsync(CancellationToken.None))).Any(mapping => mapping.Version > now.Version);
            StoredMapping = choice == ModelMappings.Stored.Count ? (isStored ? StoredMapping : null) : isStored ? choice : StoredMapping;
        }
    });

    /// <summary>The number of the stored mapping, or null.</summary>
    public int? StoredMapping { get; private set; }

    /// <summary>The rows in force for a list.</summary>
    public IReadOnlyList<MappingRow> RowsOf(int list) => StoredMapping is { } stored ? ModelMappings.Stored[stored] : ModelMappings.OfList(list);
}
