using System.Net;
using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>What came back.</summary>
internal sealed partial record Answer(HttpStatusCode Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What a person reads of it.</summary>
    public string Text => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Html, " "), " "));

    /// <summary>The addresses that it leads to.</summary>
    public IReadOnlyList<string> Links => [.. Hrefs().Matches(Html).Select(static match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Where(static link => !link.StartsWith("data:", StringComparison.Ordinal) && link[0] != '#')];

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new Answer(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(DashboardBench.Cancel),
                response.Headers.Location?.OriginalString,
                response.Headers.Concat(response.Content.Headers).ToDictionary(static header => header.Key, static header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
        }
    }

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spaces();

    [GeneratedRegex("(href|src)=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Hrefs();
}
