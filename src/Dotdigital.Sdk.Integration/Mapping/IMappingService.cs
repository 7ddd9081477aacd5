using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>
/// Mappings at run time (BEHAVIOUR section 8). A mapping stored for an account and entity stands in for the code-first rows of all lists of that entity
/// there. Any process may call it, also while a run holds the account: nothing is sent to Dotdigital, and the next export acts on what is saved.
/// </summary>
public interface IMappingService
{
    /// <summary>The mappings in force in an account, of every entity that a declared list has, by name.</summary>
    Task<IReadOnlyList<EntityMapping>> GetAllAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>The mapping in force of one entity.</summary>
    /// <exception cref="ArgumentException">No declared list has this entity.</exception>
    Task<EntityMapping> GetAsync(AccountId account, string entity, CancellationToken cancellationToken = default);

    /// <summary>
    /// What can be mapped of an entity in an account: own properties, paths through one-to-one and many-to-one relations (<c>Company.Country.Name</c>), and
    /// the computed fields that were named in code. Only what all of its lists have.
    /// </summary>
    /// <exception cref="ArgumentException">No declared list has this entity.</exception>
    Task<IReadOnlyList<ListField>> GetFieldsAsync(AccountId account, string entity, CancellationToken cancellationToken = default);

    /// <summary>Checks a mapping, and says what saving it would do.</summary>
    /// <exception cref="ArgumentException">No declared list has this entity.</exception>
    Task<MappingPreview> PreviewAsync(AccountId account, MappingDraft draft, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves a mapping. New and changed rows make the memberships of all lists of the entity due for comparison in the next export; rows taken out leave
    /// Dotdigital's values as they are (rule MP-4). Nodes notice within 30 seconds (rule MP-9).
    /// </summary>
    /// <returns>The mapping as it is in force now.</returns>
    /// <exception cref="MappingException">It cannot be used; all problems are told at once (rules MP-1 to MP-3).</exception>
    /// <exception cref="MappingConflictException">Somebody else changed it since <see cref="MappingDraft.Version"/>.</exception>
    /// <exception cref="ArgumentException">No declared list has this entity.</exception>
    Task<EntityMapping> SaveAsync(AccountId account, MappingDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Removes the stored mapping: the code-first rows of each list are in force again. Removing none is no error.</summary>
    /// <param name="account">The account.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="MappingConflictException">Somebody else changed it since.</exception>
    Task RemoveAsync(AccountId account, string entity, long version, CancellationToken cancellationToken = default);
}
