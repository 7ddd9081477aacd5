using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Contacts through v3.</summary>
public interface IContactsV3Api
{
    /// <summary>All contacts of a query, following markers (<c>GET /contacts/v3</c>), ascending by id.</summary>
    /// <param name="query">Which, and what of them.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactV3> GetAllAsync(ContactV3Query query, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="query">Which, and what of them; the same for every page.</param>
    /// <param name="marker">Where to go on (<see cref="MarkerPage{T}.NextMarker"/>); <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<MarkerPage<ContactV3>> GetPageAsync(ContactV3Query query, string? marker = null, CancellationToken cancellationToken = default);

    /// <summary>One contact (<c>GET /contacts/v3/{identifier}/{value}</c>).</summary>
    /// <param name="contact">Which.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ContactV3> GetAsync(ContactV3Identifier contact, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact (<c>POST /contacts/v3</c>). Not repeated after a lost answer.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalConflictException">An identifier belongs to a contact that exists.</exception>
    Task<ContactV3> CreateAsync(NewContactV3 contact, CancellationToken cancellationToken = default);

    /// <summary>Creates or updates one contact; what is not set stays (<c>PATCH /contacts/v3/{identifier}/{value}</c>).</summary>
    /// <param name="contact">Which.</param>
    /// <param name="update">What to set.</param>
    /// <param name="mergeOption">How to treat values that exist; <see langword="null"/> for the API's default, overwrite.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalConflictException">A new identifier belongs to another contact.</exception>
    Task<ContactV3> PatchAsync(
        ContactV3Identifier contact, ContactV3Update update, ContactV3MergeOption? mergeOption = null, CancellationToken cancellationToken = default);

    /// <summary>Replaces a whole contact; what is not set is cleared, so <see cref="PatchAsync"/> is nearly always meant (<c>PUT /contacts/v3/{identifier}/{value}</c>).</summary>
    /// <param name="contact">Which.</param>
    /// <param name="replacement">All of it.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalConflictException">A new identifier belongs to another contact.</exception>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ContactV3> ReplaceAsync(ContactV3Identifier contact, ContactV3Replacement replacement, CancellationToken cancellationToken = default);

    /// <summary>Deletes one contact from the account (<c>DELETE /contacts/v3/{identifier}/{value}</c>).</summary>
    /// <param name="contact">Which.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAsync(ContactV3Identifier contact, CancellationToken cancellationToken = default);

    /// <summary>Deletes contacts from the account, as a job (<c>POST /contacts/v3/delete</c>).</summary>
    /// <param name="contacts">Which, 1 to 5000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The job's id, to be asked for with <see cref="GetDeletionAsync"/>.</returns>
    Task<string> DeleteManyAsync(IReadOnlyCollection<ContactV3Identifier> contacts, CancellationToken cancellationToken = default);

    /// <summary>How far a bulk deletion is (<c>GET /contacts/v3/delete/{deleteId}</c>).</summary>
    /// <param name="deleteId">The job.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ContactV3Deletion> GetDeletionAsync(string deleteId, CancellationToken cancellationToken = default);

    /// <summary>Imports contacts in bulk (<c>PUT /contacts/v3/import</c>). Never repeated after a lost answer.</summary>
    /// <param name="request">The contacts.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import's id.</returns>
    /// <exception cref="Errors.DotdigitalRateLimitedException">Also with <see cref="Errors.DotdigitalErrorCodes.TooManyActiveImports"/>.</exception>
    Task<string> ImportAsync(ContactV3ImportRequest request, CancellationToken cancellationToken = default);

    /// <summary>Imports contacts in bulk from a body that is written already. Never repeated after a lost answer.</summary>
    /// <param name="utf8Body">The JSON of a <c>v3_import_body</c> in UTF-8, up to 50 MB; sent from this memory, which must not change meanwhile.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import's id.</returns>
    /// <exception cref="Errors.DotdigitalRateLimitedException">Also with <see cref="Errors.DotdigitalErrorCodes.TooManyActiveImports"/>.</exception>
    Task<string> ImportAsync(ReadOnlyMemory<byte> utf8Body, CancellationToken cancellationToken = default);

    /// <summary>The state of an import, with results and failures once finished (<c>GET /contacts/v3/import/{importId}</c>).</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactV3ImportResult> GetImportAsync(string importId, CancellationToken cancellationToken = default);
}
