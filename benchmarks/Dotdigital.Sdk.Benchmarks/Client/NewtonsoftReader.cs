using System.Globalization;
using Newtonsoft.Json;

namespace Dotdigital.Sdk.Benchmarks.Client;

/// <summary>As the older .NET clients do: the answer as a string, then Newtonsoft.Json.</summary>
internal sealed class NewtonsoftReader(HttpClient http)
{
    public async Task<long> ReadAllAsync()
    {
        long total = 0;
        for (var skip = 0; ; skip += LoopbackPages.PageSize)
        {
            var text = await http.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"v2/contacts?withFullData=true&select=1000&skip={skip}"), UriKind.Relative));
            var page = JsonConvert.DeserializeObject<List<Person>>(text)!;
            if (page.Count == 0)
            {
                return total;
            }

            total += page.Sum(static person => person.Id);
        }
    }

    private sealed class Person
    {
        [JsonProperty("id")]
        public long Id { get; set; }

        [JsonProperty("email")]
        public string? Email { get; set; }

        [JsonProperty("optInType")]
        public string? OptInType { get; set; }

        [JsonProperty("emailType")]
        public string? EmailType { get; set; }

        [JsonProperty("dataFields")]
        public List<Field>? DataFields { get; set; }

        [JsonProperty("status")]
        public string? Status { get; set; }
    }

    private sealed class Field
    {
        [JsonProperty("key")]
        public string? Key { get; set; }

        [JsonProperty("value")]
        public object? Value { get; set; }
    }
}
