using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Tests.Fuzz;

/// <summary>What an answer takes of memory follows what was really sent.</summary>
public sealed class MemoryFuzzTests
{
    private const int Least = 128 * 1024;
    private const int PerByte = 200;

    private const string Contact =
        """{"id":7,"email":"ann@example.com","optInType":"Single","emailType":"Html","status":"Subscribed","dataFields":[{"key":"FIRSTNAME","value":"Ann"},{"key":"POINTS","value":7.5},{"key":"BORN","value":"2001-02-03T00:00:00"}]}""";

    [Fact]
    public void SpoiledPageOfContacts_TakesMemoryInProportion()
    {
        var page = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(Contact, 20))}]");
        foreach (var seed in FuzzRuns.Seeds(3_000))
        {
            var spoiled = new Mutator(seed).Spoil(page);
            Check($"Seed {seed}", spoiled, SdkJson.Default.ListContact);
        }
    }

    [Theory]
    [InlineData("[", "{},", "{}]")]
    [InlineData("[", "null,", "null]")]
    [InlineData("[{\"dataFields\":[", "{},", "{}]}]")]
    [InlineData("[{\"dataFields\":[", "{\"key\":\"\\u0041\",\"value\":1e308},", "{}]}]")]
    [InlineData("", "[", "")]
    [InlineData("", "{\"a\":", "")]
    [InlineData("[{\"email\":\"", "\\u0041", "\"}]")]
    [InlineData("[{\"id\":", "9", "}]")]
    public void SmallPartsRepeated_TakeMemoryInProportion(string start, string part, string end) =>
        Check(part, Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(part, 100_000)) + end), SdkJson.Default.ListContact);

    [Fact]
    public async Task LengthThatIsOnlySaid_TakesNoMemory()
    {
        using var content = new ByteArrayContent("[]"u8.ToArray());
        content.Headers.ContentLength = 400 * 1024 * 1024;
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var body = await PooledBody.ReadAsync(content, limit: null, TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 20 * 1024 * 1024);
        Assert.Equal("[]"u8.ToArray(), body.Bytes.ToArray());
    }

    private static void Check<T>(string said, byte[] body, JsonTypeInfo<T> type)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            _ = JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            // The pipeline makes the typed error of it.
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken <= Least + ((long)PerByte * body.Length), $"{said}: {taken} bytes for {body.Length}.");
    }
}
