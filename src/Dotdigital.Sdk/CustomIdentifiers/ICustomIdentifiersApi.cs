namespace Dotdigital.Sdk.CustomIdentifiers;

/// <summary>Custom identifiers of contacts, beside email and mobile number. v3.</summary>
public interface ICustomIdentifiersApi
{
    /// <summary>Every custom identifier; not paged (<c>GET /configuration/v3/customIdentifiers</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<CustomIdentifier>> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a custom identifier (<c>POST /configuration/v3/customIdentifiers</c>). Not repeated after a lost answer: look for the name first.</summary>
    /// <param name="name">Its name, <c>[A-Za-z0-9_-]{1,50}</c>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<CustomIdentifier> CreateAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes a custom identifier, and with it its values (<c>DELETE /configuration/v3/customIdentifiers/{name}</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAsync(string name, CancellationToken cancellationToken = default);
}
