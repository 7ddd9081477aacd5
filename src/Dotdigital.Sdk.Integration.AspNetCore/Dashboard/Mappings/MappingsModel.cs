using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>The mappings of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Mappings">Its mappings.</param>
internal sealed record MappingsModel(PickedAccount Account, IReadOnlyList<EntityMapping> Mappings);
