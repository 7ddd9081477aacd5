using System.Globalization;
using System.Text;

namespace Dotdigital.Sdk.Benchmarks.Client;

/// <summary>A v2 page of contacts with ten data fields of every type, as the API writes it.</summary>
internal static class ContactsPage
{
    public static byte[] Json(int rows) => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(1, rows).Select(Row))}]");

    private static string Row(int i)
    {
        var n = i.ToString(CultureInfo.InvariantCulture);
        return $$"""
            {"id":{{n}},"email":"person{{n}}@example.com","optInType":"Single","emailType":"Html","dataFields":[{"key":"FIRSTNAME","value":"Given{{n}}"},{"key":"LASTNAME","value":"Family{{n}}"},{"key":"FULLNAME","value":"Given{{n}} Family{{n}}"},{"key":"GENDER","value":null},{"key":"POSTCODE","value":"AB{{n}} 1CD"},{"key":"POINTS","value":{{n}}.5},{"key":"ORDERS","value":{{n}}},{"key":"VIP","value":{{(i % 2 == 0 ? "true" : "false")}}},{"key":"LASTORDER","value":"2026-02-0{{(i % 9) + 1}}T12:30:45"},{"key":"BIRTHDAY","value":"1980-01-1{{i % 10}}T00:00:00"}],"status":"Subscribed"}
            """;
    }
}
