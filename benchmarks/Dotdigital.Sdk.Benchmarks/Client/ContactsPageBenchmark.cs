using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Dotdigital.Sdk.ContactsV3;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Benchmarks.Client;

/// <summary>A page of 5,000 contacts with 20 data fields each, through the whole pipeline except the network.</summary>
[MemoryDiagnoser]
public class ContactsPageBenchmark
{
    private static readonly ContactV3Query Query = new() { DataFields = [ContactV3Query.AllDataFields] };
    private ServiceProvider services = null!;
    private IDotdigitalClient client = null!;

    [GlobalSetup]
    public void Setup()
    {
        var page = Encoding.UTF8.GetBytes(Page());
        var collection = new ServiceCollection();
        collection
            .AddDotdigitalClient(o => (o.UserName, o.Password, o.Endpoint, o.AllowLoopback) = ("user", "password", new Uri("http://localhost:1"), true))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => new PageHandler(page));
        services = collection.BuildServiceProvider();
        client = services.GetRequiredService<IDotdigitalClient>();
    }

    [GlobalCleanup]
    public void Cleanup() => services.Dispose();

    [Benchmark]
    public async Task<int> ReadPage() => (await client.ContactsV3.GetPageAsync(Query)).Items.Count;

    private static string Page()
    {
        var fields = string.Join(',', Enumerable.Range(0, 20).Select(f => $"\"FIELD{f}\":\"value {f}\""));
        var rows = Enumerable.Range(1, 5000).Select(i =>
            "{\"contactId\":" + i + ",\"status\":\"subscribed\",\"created\":\"2026-01-01T00:00:00Z\",\"updated\":\"2026-01-01T00:00:00Z\"," +
            "\"identifiers\":{\"email\":\"person" + i + "@example.com\"},\"dataFields\":{" + fields + "}}");
        return "{\"_items\":[" + string.Join(',', rows) + "],\"_links\":{}}";
    }

    private sealed class PageHandler(byte[] page) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(page) });
    }
}
