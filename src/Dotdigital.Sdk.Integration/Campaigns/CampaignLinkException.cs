using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>An answer about a campaign, or a merge of marketing campaigns, cannot be taken (rule IM-2).</summary>
public sealed class CampaignLinkException : DotdigitalException
{
    /// <summary>Says what cannot be taken, and what to do.</summary>
    public CampaignLinkException(AccountId account, string problem)
        : base($"Account '{account}': {problem}") => Account = account;

    /// <summary>The account.</summary>
    public AccountId Account { get; }
}
