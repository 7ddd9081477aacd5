using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>The mappings of an account.</summary>
/// <param name="Accounts">All accounts.</param>
/// <param name="Account">The one that is shown; null when there is none.</param>
/// <param name="Mappings">Its mappings.</param>
internal sealed record MappingsModel(IReadOnlyList<AccountDetails> Accounts, AccountDetails? Account, IReadOnlyList<EntityMapping> Mappings);
