using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Benchmarks.Client;

/// <summary>100 pages of 1,000 contacts with ten data fields each, fetched and parsed over loopback: this client and what else one would write.</summary>
[MemoryDiagnoser]
[MaxIterationCount(20)]
public class ContactsReadBenchmark
{
    private const long Sum = LoopbackPages.Pages * (LoopbackPages.PageSize * (LoopbackPages.PageSize + 1L) / 2);

    private LoopbackPages server = null!;
    private ServiceProvider services = null!;
    private HttpClient http = null!;
    private FloorReader floor = null!;
    private NewtonsoftReader newtonsoft = null!;

    [GlobalSetup]
    public void Setup()
    {
        server = new();
        var collection = new ServiceCollection();
        collection.AddDotdigitalClient(o => (o.UserName, o.Password, o.Endpoint, o.AllowLoopback) = ("user", "password", server.Address, true));
        services = collection.BuildServiceProvider();
        http = new() { BaseAddress = server.Address };
        (floor, newtonsoft) = (new(http), new(http));
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        services.Dispose();
        http.Dispose();
        server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public async Task<long> HandWritten() => Whole(await floor.ReadAllAsync());

    [Benchmark]
    public async Task<long> Sdk()
    {
        long total = 0;
        await foreach (var contact in services.GetRequiredService<IDotdigitalClient>().Contacts.GetModifiedSinceAsync(DateTimeOffset.UnixEpoch, withFullData: true))
        {
            total += contact.Id;
        }

        return Whole(total);
    }

    [Benchmark]
    public async Task<long> Newtonsoft() => Whole(await newtonsoft.ReadAllAsync());

#if GENERATED_CLIENT
    [Benchmark]
    public async Task<long> NSwag()
    {
        var client = new Generated.GeneratedClient(http) { BaseUrl = server.Address.ToString() };
        long total = 0;
        for (var skip = 0; ; skip += LoopbackPages.PageSize)
        {
            var page = await client.ApiContact_GetContactsAsync(true, LoopbackPages.PageSize, skip);
            if (page.Count == 0)
            {
                return Whole(total);
            }

            total += page.Sum(static contact => (long)contact.Id);
        }
    }
#endif

    private static long Whole(long total) => total == Sum ? total : throw new InvalidOperationException("A reader did not read every contact.");
}
