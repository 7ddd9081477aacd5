using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>What a force sync is about to compare (rule TR-4).</summary>
/// <param name="Account">The account.</param>
/// <param name="Mode">The mode that chose the lists.</param>
/// <param name="Connected">All lists that are connected and enabled in the account.</param>
/// <param name="Chosen">The names of those to compare; change it at will. Names of lists that are not connected are passed over.</param>
public sealed record ForceSyncContext(AccountId Account, ForceSyncMode Mode, IReadOnlyList<MarketingList> Connected, ISet<string> Chosen);
