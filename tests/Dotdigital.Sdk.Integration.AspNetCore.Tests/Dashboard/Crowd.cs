using System.Globalization;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>Connections to many books, each with a batch and a row set aside, as a large host has them.</summary>
internal static class Crowd
{
    public static async Task AddAsync(DashboardBench bench, int count)
    {
        var cancel = DashboardBench.Cancel;
        var now = bench.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var unit = await bench.Services.GetRequiredService<ISyncStore>().BeginAsync(DashboardBench.Id, cancel);
        var books = Enumerable.Range(1, count).Select(static i => new AddressBookRecord { Id = 100_000 + i, Name = Name("Book", i) }).ToList();
        await unit.AddressBooks.SaveAsync(books, cancel);
        for (var i = 1; i <= count; i++)
        {
            await unit.Connections.SaveAsync(new ConnectionRecord { Id = 1000 + i, ListName = Name("list", i), AddressBookId = 100_000 + i, IsEnabled = true, ConnectedAt = now }, cancel);
            await unit.Batches.SaveAsync(
                new BatchRecord
                {
                    Id = await unit.Batches.AllocateIdAsync(cancel), Kind = BatchKind.CsvImport, ConnectionId = 1000 + i, AddressBookId = 100_000 + i, State = BatchState.Settled, MemberCount = i, CreatedAt = now,
                    SentAt = now, SettledAt = now, Outcome = "Finished",
                },
                cancel);
        }

        await unit.ListItems.SaveSetAsideAsync([.. Enumerable.Range(1, count + 1).Select(i => new SetAsideRecord { ListName = Name("list", Math.Min(i, count)), ItemId = Name("item", i), Reason = SetAsideReason.NoEmail, Detail = "d", Pass = 1, At = now })], cancel);
        await unit.CommitAsync(cancel);
    }

    private static string Name(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}-{number:D4}");
}
