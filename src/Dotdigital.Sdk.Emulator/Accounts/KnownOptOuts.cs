using System.Text.Json;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>The opt-outs that the client knows of, as it was told by the control API: from then on every request that sends the person again is noted.</summary>
internal sealed class KnownOptOuts
{
    private readonly HashSet<KnownOptOut> _all = [];

    public IReadOnlyCollection<KnownOptOut> All => _all;

    /// <param name="email">The person.</param>
    /// <param name="bookId">The address book; 0 is the account.</param>
    public void Add(string email, int bookId) => _all.Add(new KnownOptOut(Normal(email), bookId));

    /// <summary>The person is back in the account, and in a book where one is given (0 is none).</summary>
    public void End(string email, int bookId)
    {
        _all.Remove(new KnownOptOut(Normal(email), 0));
        _all.Remove(new KnownOptOut(Normal(email), bookId));
    }

    public void Restore(IEnumerable<KnownOptOut> known) => _all.UnionWith(known);

    /// <summary>Notes it where a row or a contact is sent although the person's opt-out from the account, or from one of the books, is known.</summary>
    public void Watch(ApiRequest r, string? email, IEnumerable<int> books)
    {
        if (_all.Count == 0 || string.IsNullOrWhiteSpace(email))
        {
            return;
        }

        foreach (var book in books.Prepend(0).Where(book => _all.Contains(new KnownOptOut(Normal(email), book))))
        {
            var from = book == 0 ? "the account" : $"'{r.Account.Book(book)?.Name}'";
            r.Account.Violations.Add(new Violation(
                new DateTimeOffset(r.Now, TimeSpan.Zero), r.Operation.Id, ViolationKind.SentAgain, email.Trim(), book == 0 ? null : book,
                $"{email.Trim()} was sent by {r.Operation.Id} although the opt-out from {from} was known"));
        }
    }

    /// <summary>As <see cref="Watch"/>, for each row of a file.</summary>
    public void WatchFile(ApiRequest r, byte[] file, IReadOnlyList<int> books)
    {
        var reader = new CsvReader(file);
        if (_all.Count == 0 || !reader.Read())
        {
            return;
        }

        var email = Enumerable.Range(0, reader.Count).FirstOrDefault(i => reader[i].Trim().Equals("Email", StringComparison.OrdinalIgnoreCase), -1);
        while (email >= 0 && reader.Read())
        {
            if (email < reader.Count)
            {
                Watch(r, reader[email].ToString(), books);
            }
        }
    }

    /// <summary>As <see cref="Watch"/>, for a contact of v3 and the lists that it is to join.</summary>
    public void WatchV3(ApiRequest r, JsonElement contact, string? email) =>
        Watch(r, email, contact.Items("lists").Where(static item => item.ValueKind == JsonValueKind.Number).Select(static item => item.TryGetInt32(out var id) ? id : -1));

    private static string Normal(string email) => email.Trim().ToLowerInvariant();
}
