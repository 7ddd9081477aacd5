using System.Globalization;
using Dotdigital.Sdk.Emulator.Control;

namespace AdoNetHost;

/// <summary>Compares both sides, member by member.</summary>
internal static class Agreement
{
    /// <summary>What differs; empty when both sides agree.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(MemberDatabase database, EmulatedAccount dotdigital, CancellationToken cancellationToken)
    {
        var book = dotdigital.AddressBooks.Single(static book => book.Name == "Members").Id;
        var remote = dotdigital.Contacts.Where(contact => contact.IsReachableIn(book)).ToDictionary(static contact => contact.Email!, StringComparer.OrdinalIgnoreCase);
        var differences = new List<string>(dotdigital.Violations.Select(static violation => $"Dotdigital noted a violation: {violation.Kind}"));
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = MemberDatabase.Command(connection, "SELECT email, first_name, town, points FROM members WHERE accepts_mail = 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var email = reader.GetString(0);
            if (!remote.Remove(email, out var contact))
            {
                differences.Add($"{email} is not in the address book");
                continue;
            }

            var (name, town) = (Text(reader, 1), Text(reader, 2));
            Compare("FIRSTNAME", name);
            Compare("TOWN", town);
            Compare("POINTS", Text(reader, 3));
            Compare("FULLNAME", string.Join(' ', new[] { name, town }.Where(static part => part is not null)));

            void Compare(string dataField, string? host)
            {
                var value = Convert.ToString(contact.DataFields.GetValueOrDefault(dataField), CultureInfo.InvariantCulture);
                if (!string.Equals(value ?? string.Empty, host ?? string.Empty, StringComparison.Ordinal))
                {
                    differences.Add($"{email}: {dataField} differs");
                }
            }
        }

        differences.AddRange(remote.Keys.Select(static email => $"{email} is in the address book alone"));
        return differences;
    }

    private static string? Text(Microsoft.Data.Sqlite.SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);
}
