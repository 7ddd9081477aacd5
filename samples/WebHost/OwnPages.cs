using System.Net;
using System.Text.RegularExpressions;

namespace WebHost;

/// <summary>Looks at the sample's own pages once, as a browser would: for --once.</summary>
internal static partial class OwnPages
{
    /// <summary>Signs in, and follows every link of the dashboard.</summary>
    /// <returns>What was wrong; nothing when all is well.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(Uri address, string dashboard, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var login = await http.GetStringAsync(dashboard, cancellationToken);
        var token = Token().Match(login);
        if (!token.Success)
        {
            return ["The dashboard was open without a sign-in."];
        }

        using var form = new FormUrlEncodedContent([KeyValuePair.Create(token.Groups["name"].Value, WebUtility.HtmlDecode(token.Groups["value"].Value)), KeyValuePair.Create("as", "marketer")]);
        using var signedIn = await http.PostAsync("/demo-login", form, cancellationToken);
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([dashboard]);
        while (open.TryDequeue(out var link))
        {
            if (!seen.Add(link))
            {
                continue;
            }

            using var answer = await http.GetAsync(link, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                wrong.Add($"{link}: {(int)answer.StatusCode}");
            }

            foreach (Match found in Link().Matches(text))
            {
                open.Enqueue(WebUtility.HtmlDecode(found.Groups["to"].Value));
            }
        }

        Console.WriteLine($"{seen.Count} addresses of the dashboard were asked for");
        return wrong;
    }

    [GeneratedRegex("name=\"(?<name>__RequestVerificationToken)\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("(href|src)=\"(?<to>/[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
