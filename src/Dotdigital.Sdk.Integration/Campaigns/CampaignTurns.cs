namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>What a run did not finish of the campaigns in hand.</summary>
internal sealed class CampaignTurns
{
    /// <summary>Those for which the slice had no time.</summary>
    public List<int> NotBegun { get; } = [];

    /// <summary>Those in whose middle it ended.</summary>
    public List<int> UnderWay { get; } = [];

    /// <summary>Those that failed.</summary>
    public List<int> Failed { get; } = [];

    /// <summary>Whether the slice is over.</summary>
    public bool IsCut => NotBegun.Count > 0 || UnderWay.Count > 0;

    /// <summary>Whose turn is next: a campaign of many hours, or one that always fails, comes behind the others (rule W-2).</summary>
    public IEnumerable<int> Next => NotBegun.Concat(UnderWay).Concat(Failed);
}
