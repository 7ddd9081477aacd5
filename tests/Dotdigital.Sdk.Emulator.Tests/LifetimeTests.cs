using System.Diagnostics;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Tests;

public sealed class LifetimeTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.state");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Dispose_WhileARequestHangs_EndsSoon()
    {
        var test = await TestEmulator.StartAsync();
        var fault = test.Emulator.Faults.Add(new Fault(FaultKind.Delay) { Delay = TimeSpan.FromHours(1) });
        var pending = test.GetAsync("/v2/address-books");
        while (fault.Hits == 0)
        {
            await Task.Yield();
        }

        var watch = Stopwatch.StartNew();
        await test.Emulator.DisposeAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        await Assert.ThrowsAnyAsync<Exception>(() => pending);
        test.Http.Dispose();
    }

    [Fact]
    public async Task Start_WhereThePortIsTaken_FailsAndFreesTheStateFile()
    {
        await using var first = await TestEmulator.StartAsync();
        var url = first.Emulator.BaseAddress.AbsoluteUri;
        await Assert.ThrowsAsync<IOException>(() => TestEmulator.StartAsync(o => (o.Url, o.StateFile) = (url, _file)));
        await using var second = await TestEmulator.StartAsync(o => o.StateFile = _file);
        Assert.NotEqual(first.Emulator.BaseAddress, second.Emulator.BaseAddress);
    }

    [Fact]
    public async Task EverythingAtOnce_WithConstantCompaction_NeitherLosesNorLocks()
    {
        void Configure(EmulatorOptions options)
        {
            (options.StateFile, options.CompactAbove) = (_file, 2_000);
            options.Accounts.Add(new Accounts.EmulatorAccountOptions { Name = "one" });
            options.Accounts.Add(new Accounts.EmulatorAccountOptions { Name = "two" });
        }

        await using (var test = await TestEmulator.StartAsync(Configure))
        {
            using var two = TestEmulator.Client(test.Emulator, test.Emulator.Account("two"));
            var advancing = Task.Run(() =>
            {
                for (var i = 0; i < 200; i++)
                {
                    test.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
                }
            }, Cancel);
            await Parallel.ForEachAsync(Enumerable.Range(0, 150), Cancel, async (i, token) =>
            {
                test.Main.AddContact($"c{i}@example.com");
                await test.ImportCsvAsync($"Email\r\nu{i}@example.com\r\n");
                using var content = new StringContent($$"""{"email":"u{{i}}@example.com"}""", System.Text.Encoding.UTF8, "application/json");
                using var response = await two.PostAsync("/v2/contacts", content, token);
                response.EnsureSuccessStatusCode();
            });
            await advancing;
        }

        await using var again = await TestEmulator.StartAsync(Configure);
        Assert.Equal((300, 150), (again.Main.Contacts.Count, again.Emulator.Account("two").Contacts.Count));
        Assert.Equal(TestEmulator.Start.AddSeconds(200), again.Emulator.Clock.GetUtcNow());
    }
}
