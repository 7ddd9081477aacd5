using System.Globalization;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>
/// Finds the operation of a method and path. Literals beat numbers, numbers beat texts: <c>contacts/{id}</c> and
/// <c>contacts/{email}</c> are told apart by what stands there.
/// </summary>
internal static class Router
{
    private static readonly Dictionary<(string Method, int Segments), Operation[]> ByShape = OperationTable.All.Concat(UnservedOperations.All)
        .GroupBy(o => (o.Method, o.Segments.Length))
        .ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly Dictionary<string, string> NoValues = new(StringComparer.Ordinal);

    public static (Operation Operation, IReadOnlyDictionary<string, string> Route)? Match(string method, string path)
    {
        var parts = path.Trim('/').Split('/');
        Operation? best = null;
        var bestScore = -1;
        foreach (var operation in ByShape.GetValueOrDefault((method, parts.Length), []))
        {
            var score = Score(operation.Segments, parts);
            if (score > bestScore)
            {
                (best, bestScore) = (operation, score);
            }
        }

        return best is null ? null : (best, Values(best.Segments, parts));
    }

    public static IReadOnlyDictionary<string, string> Query(string query)
    {
        if (query.Length < 2)
        {
            return NoValues;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            values[name] = values.TryGetValue(name, out var before) ? $"{before}|{value}" : value;
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static int Score(string[] template, string[] parts)
    {
        var score = 0;
        for (var i = 0; i < template.Length; i++)
        {
            var segment = template[i];
            if (segment[0] != '{')
            {
                if (!string.Equals(segment, parts[i], StringComparison.OrdinalIgnoreCase))
                {
                    return -1;
                }

                score = (score * 3) + 2;
            }
            else if (IsNumeric(segment))
            {
                if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                {
                    return -1;
                }

                score = (score * 3) + 1;
            }
            else
            {
                score *= 3;
            }
        }

        return score;
    }

    private static bool IsNumeric(string segment) => segment is "{id}" or "{contactId}" or "{contactID}" or "{addressBookId}" or "{bookId}" or "{campaignId}" or "{subscriptionId}";

    private static Dictionary<string, string> Values(string[] template, string[] parts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i][0] == '{')
            {
                values[template[i][1..^1]] = Uri.UnescapeDataString(parts[i]);
            }
        }

        return values;
    }
}
