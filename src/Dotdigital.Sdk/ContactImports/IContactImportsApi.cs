namespace Dotdigital.Sdk.ContactImports;

/// <summary>Imports through v2. An import is never repeated after a lost answer: Dotdigital may have accepted it.</summary>
public interface IContactImportsApi
{
    /// <summary>Imports CSV into an address book (<c>POST /v2/address-books/{addressBookId}/contacts/import</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="csv">UTF-8 CSV with an <c>Email</c> column, up to 10 MB; sent from this memory, which must not change meanwhile.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="mergeOption">How to treat values that exist; <see langword="null"/> for the API's default.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import, to be followed with <see cref="GetAsync"/>.</returns>
    Task<ContactImport> ImportCsvAsync(
        int addressBookId,
        ReadOnlyMemory<byte> csv,
        string fileName = "contacts.csv",
        ContactMergeOption? mergeOption = null,
        CancellationToken cancellationToken = default);

    /// <summary>Imports CSV into an address book straight from a stream.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="csv">UTF-8 CSV with an <c>Email</c> column, up to 10 MB; read from where it stands, and left open.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="mergeOption">How to treat values that exist; <see langword="null"/> for the API's default.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import, to be followed with <see cref="GetAsync"/>.</returns>
    /// <exception cref="Errors.DotdigitalRateLimitedException">Also after a first refusal, when the stream cannot seek.</exception>
    Task<ContactImport> ImportCsvAsync(
        int addressBookId, Stream csv, string fileName = "contacts.csv", ContactMergeOption? mergeOption = null, CancellationToken cancellationToken = default);

    /// <summary>Imports CSV into the account, into no address book (<c>POST /v2/contacts/import</c>).</summary>
    /// <param name="csv">UTF-8 CSV with an <c>Email</c> column, up to 10 MB; sent from this memory, which must not change meanwhile.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="mergeOption">How to treat values that exist; <see langword="null"/> for the API's default.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import, to be followed with <see cref="GetAsync"/>.</returns>
    Task<ContactImport> ImportCsvIntoAccountAsync(
        ReadOnlyMemory<byte> csv, string fileName = "contacts.csv", ContactMergeOption? mergeOption = null, CancellationToken cancellationToken = default);

    /// <summary>Imports CSV into the account, into no address book, straight from a stream.</summary>
    /// <param name="csv">UTF-8 CSV with an <c>Email</c> column, up to 10 MB; read from where it stands, and left open.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="mergeOption">How to treat values that exist; <see langword="null"/> for the API's default.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import, to be followed with <see cref="GetAsync"/>.</returns>
    /// <exception cref="Errors.DotdigitalRateLimitedException">Also after a first refusal, when the stream cannot seek.</exception>
    Task<ContactImport> ImportCsvIntoAccountAsync(
        Stream csv, string fileName = "contacts.csv", ContactMergeOption? mergeOption = null, CancellationToken cancellationToken = default);

    /// <summary>Imports contacts as JSON (<c>POST /v2/contacts/import-collection</c>).</summary>
    /// <param name="collection">The contacts.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactImport> ImportCollectionAsync(ContactImportCollection collection, CancellationToken cancellationToken = default);

    /// <summary>How far an import is (<c>GET /v2/contacts/import/{importId}</c>).</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactImport> GetAsync(Guid importId, CancellationToken cancellationToken = default);

    /// <summary>What became of the rows (<c>GET /v2/contacts/import/{importId}/report</c>).</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalApiException">Too early: <see cref="Errors.DotdigitalErrorCodes.ImportReportNotFound"/>.</exception>
    Task<ContactImportReport> GetReportAsync(Guid importId, CancellationToken cancellationToken = default);

    /// <summary>The rows that were refused, as CSV (UTF-8, maybe with a BOM) kept about a week; not buffered (<c>GET /v2/contacts/import/{importId}/report-faults</c>).</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The stream; dispose it. Reading it throws <see cref="Errors.DotdigitalTransportException"/> when the connection breaks.</returns>
    Task<Stream> GetFaultsAsync(Guid importId, CancellationToken cancellationToken = default);
}
