namespace Dotdigital.Sdk.DataFields;

/// <summary>Data fields of contacts. v2; not paged.</summary>
public interface IDataFieldsApi
{
    /// <summary>All data fields (<c>GET /v2/data-fields</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<DataField>> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a data field (<c>POST /v2/data-fields</c>). Not repeated after a lost answer: look for the name first.</summary>
    /// <param name="dataField">The data field; its default must fit its type.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="ArgumentException">Its name is not <c>[A-Za-z0-9_-]{1,20}</c>, or its type or visibility is missing.</exception>
    Task CreateAsync(DataField dataField, CancellationToken cancellationToken = default);

    /// <summary>Deletes a data field unless it is in use (<c>DELETE /v2/data-fields/{name}</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>Whether it was deleted; what uses it when not (also when the API answered 409).</returns>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none of that name.</exception>
    Task<DataFieldDeletion> DeleteAsync(string name, CancellationToken cancellationToken = default);
}
