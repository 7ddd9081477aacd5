using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Webhooks;

/// <summary>Posts as Dotdigital does, by its published description and none of the SDK's code.</summary>
internal static class Posts
{
    private static readonly HttpClient Http = new();

    /// <summary>The documented signature: HMAC-SHA1 of the raw body, hexadecimal.</summary>
    public static string Sign(string body, string secret = WebBench.Secret) => Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    /// <summary>An event in the documented envelope.</summary>
    public static string Event(string id, DateTimeOffset at, string name = "message.delivered", string entity = "m1", int revision = 1, string text = "hello") =>
        $$"""{"eventId":"{{id}}","accountId":1234,"apiSpaceId":"space","name":"{{name}}","payload":{"id":"{{entity}}","details":{"text":{{JsonSerializer.Serialize(text)}} } },"revision":{{revision.ToString(CultureInfo.InvariantCulture)}},"etag":"W/abc","timestamp":"{{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"}""";

    public static string Batch(IEnumerable<string> events) => $"[{string.Join(',', events)}]";

    public static Task<HttpStatusCode> PostAsync(this WebNode node, string body) => node.PostAsync(body, Sign(body));

    public static async Task<HttpStatusCode> PostAsync(this WebNode node, string body, string? signature, string account = "main", bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, $"/dotdigital/webhooks/{account}"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Comapi-Signature", signature);
        }

        using var answer = await Http.SendAsync(request, WebBench.Cancel);
        return answer.StatusCode;
    }
}
