using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Dotdigital.Sdk.Emulator.Tests;

/// <summary>An account of a real size: 50,000 people, or with DOTDIGITAL_LONG=1 200,000.</summary>
public sealed class ScaleTests : IDisposable
{
    private static readonly int People = string.Equals(Environment.GetEnvironmentVariable("DOTDIGITAL_LONG"), "1", StringComparison.Ordinal) ? 200_000 : 50_000;
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.state");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task ALargeAccount_IsImportedReadAndReplayedInReasonableTime()
    {
        var watch = Stopwatch.StartNew();
        int book;
        await using (var test = await TestEmulator.StartAsync(o => o.StateFile = _file))
        {
            book = test.Main.CreateAddressBook("News");
            foreach (var i in Enumerable.Range(0, 5))
            {
                test.Main.CreateDataField($"F{i}", Emulator.DataFields.DataFieldType.String);
            }

            for (var first = 0; first < People; first += 10_000)
            {
                await test.ImportCsvAsync(Csv(first), book);
            }

            Assert.Equal(People, (await test.GetAsync("/v2/contacts/count")).GetInt32());
            TestContext.Current.TestOutputHelper?.WriteLine($"imported after {watch.Elapsed}");
            Assert.Equal(People, await ReadAllAsync(test, book));
            TestContext.Current.TestOutputHelper?.WriteLine($"read by v3 after {watch.Elapsed}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MB");
        }

        watch.Restart();
        await using var again = await TestEmulator.StartAsync(o => o.StateFile = _file);
        TestContext.Current.TestOutputHelper?.WriteLine($"replayed and compacted in {watch.Elapsed}");
        Assert.Equal(People, (await again.GetAsync("/v2/contacts/count")).GetInt32());
        Assert.True(again.Main.Contact("user7@example.com")!.IsReachableIn(book));
        await again.DisposeAsync();
        watch.Restart();
        await using var last = await TestEmulator.StartAsync(o => o.StateFile = _file);
        TestContext.Current.TestOutputHelper?.WriteLine($"snapshot read in {watch.Elapsed}");
        Assert.Equal(People, last.Main.AddressBooks.Single(b => b.Id == book).Subscribed);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    private static string Csv(int first)
    {
        var csv = new StringBuilder("Email,FIRSTNAME,LASTNAME,FULLNAME,GENDER,POSTCODE,F0,F1,F2,F3,F4");
        for (var i = first; i < first + 10_000; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"\r\nuser{i}@example.com,First{i % 500},Last{i % 5000},First{i % 500} Last{i},f,{i % 9000},{i},{i % 3},{i % 7},gold,{i % 100}");
        }

        return csv.ToString();
    }

    private static async Task<int> ReadAllAsync(TestEmulator test, int book)
    {
        var count = 0;
        for (string? next = $"/contacts/v3?limit=5000&~listId={book}&include=channelProperties%7Clists&data-fields=[[ALL]]"; next is not null;)
        {
            var page = await test.GetAsync(next);
            count += page.GetProperty("_items").GetArrayLength();
            next = page.GetProperty("_links").TryGetProperty("next", out var link) ? link.Str("link") : null;
        }

        return count;
    }
}
