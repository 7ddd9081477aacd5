namespace Dotdigital.Sdk.Campaigns;

/// <summary>A campaign's counters (<c>ApiCampaignSummary</c>); <c>Text</c> counts the text form, <c>Total</c> both.</summary>
public sealed record CampaignSummary
{
    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset? DateSent { get; init; }

    /// <summary>The API's <c>numUniqueOpens</c>: number of unique opens.</summary>
    public int NumUniqueOpens { get; init; }

    /// <summary>The API's <c>numUniqueTextOpens</c>: number of unique text opens.</summary>
    public int NumUniqueTextOpens { get; init; }

    /// <summary>The API's <c>numTotalUniqueOpens</c>: number of total unique opens.</summary>
    public int NumTotalUniqueOpens { get; init; }

    /// <summary>The API's <c>numOpens</c>: number of opens.</summary>
    public int NumOpens { get; init; }

    /// <summary>The API's <c>numTextOpens</c>: number of text opens.</summary>
    public int NumTextOpens { get; init; }

    /// <summary>The API's <c>numTotalOpens</c>: number of total opens.</summary>
    public int NumTotalOpens { get; init; }

    /// <summary>The API's <c>numClicks</c>: number of clicks.</summary>
    public int NumClicks { get; init; }

    /// <summary>The API's <c>numTextClicks</c>: number of text clicks.</summary>
    public int NumTextClicks { get; init; }

    /// <summary>The API's <c>numTotalClicks</c>: number of total clicks.</summary>
    public int NumTotalClicks { get; init; }

    /// <summary>The API's <c>numPageViews</c>: number of page views.</summary>
    public int NumPageViews { get; init; }

    /// <summary>The API's <c>numTotalPageViews</c>: number of total page views.</summary>
    public int NumTotalPageViews { get; init; }

    /// <summary>The API's <c>numTextPageViews</c>: number of text page views.</summary>
    public int NumTextPageViews { get; init; }

    /// <summary>The API's <c>numForwards</c>: number of forwards.</summary>
    public int NumForwards { get; init; }

    /// <summary>The API's <c>numTextForwards</c>: number of text forwards.</summary>
    public int NumTextForwards { get; init; }

    /// <summary>The API's <c>numEstimatedForwards</c>: number of estimated forwards.</summary>
    public int NumEstimatedForwards { get; init; }

    /// <summary>The API's <c>numTextEstimatedForwards</c>: number of text estimated forwards.</summary>
    public int NumTextEstimatedForwards { get; init; }

    /// <summary>The API's <c>numTotalEstimatedForwards</c>: number of total estimated forwards.</summary>
    public int NumTotalEstimatedForwards { get; init; }

    /// <summary>The API's <c>numReplies</c>: number of replies.</summary>
    public int NumReplies { get; init; }

    /// <summary>The API's <c>numTextReplies</c>: number of text replies.</summary>
    public int NumTextReplies { get; init; }

    /// <summary>The API's <c>numTotalReplies</c>: number of total replies.</summary>
    public int NumTotalReplies { get; init; }

    /// <summary>The API's <c>numHardBounces</c>: number of hard bounces.</summary>
    public int NumHardBounces { get; init; }

    /// <summary>The API's <c>numTextHardBounces</c>: number of text hard bounces.</summary>
    public int NumTextHardBounces { get; init; }

    /// <summary>The API's <c>numTotalHardBounces</c>: number of total hard bounces.</summary>
    public int NumTotalHardBounces { get; init; }

    /// <summary>The API's <c>numSoftBounces</c>: number of soft bounces.</summary>
    public int NumSoftBounces { get; init; }

    /// <summary>The API's <c>numTextSoftBounces</c>: number of text soft bounces.</summary>
    public int NumTextSoftBounces { get; init; }

    /// <summary>The API's <c>numTotalSoftBounces</c>: number of total soft bounces.</summary>
    public int NumTotalSoftBounces { get; init; }

    /// <summary>The API's <c>numUnsubscribes</c>: number of unsubscribes.</summary>
    public int NumUnsubscribes { get; init; }

    /// <summary>The API's <c>numTextUnsubscribes</c>: number of text unsubscribes.</summary>
    public int NumTextUnsubscribes { get; init; }

    /// <summary>The API's <c>numTotalUnsubscribes</c>: number of total unsubscribes.</summary>
    public int NumTotalUnsubscribes { get; init; }

    /// <summary>The API's <c>numIspComplaints</c>: number of isp complaints.</summary>
    public int NumIspComplaints { get; init; }

    /// <summary>The API's <c>numTextIspComplaints</c>: number of text isp complaints.</summary>
    public int NumTextIspComplaints { get; init; }

    /// <summary>The API's <c>numTotalIspComplaints</c>: number of total isp complaints.</summary>
    public int NumTotalIspComplaints { get; init; }

    /// <summary>The API's <c>numMailBlocks</c>: number of mail blocks.</summary>
    public int NumMailBlocks { get; init; }

    /// <summary>The API's <c>numTextMailBlocks</c>: number of text mail blocks.</summary>
    public int NumTextMailBlocks { get; init; }

    /// <summary>The API's <c>numTotalMailBlocks</c>: number of total mail blocks.</summary>
    public int NumTotalMailBlocks { get; init; }

    /// <summary>The API's <c>numSent</c>: number of sent.</summary>
    public int NumSent { get; init; }

    /// <summary>The API's <c>numTextSent</c>: number of text sent.</summary>
    public int NumTextSent { get; init; }

    /// <summary>The API's <c>numTotalSent</c>: number of total sent.</summary>
    public int NumTotalSent { get; init; }

    /// <summary>The API's <c>numRecipientsClicked</c>: number of recipients clicked.</summary>
    public int NumRecipientsClicked { get; init; }

    /// <summary>The API's <c>numDelivered</c>: number of delivered.</summary>
    public int NumDelivered { get; init; }

    /// <summary>The API's <c>numTextDelivered</c>: number of text delivered.</summary>
    public int NumTextDelivered { get; init; }

    /// <summary>The API's <c>numTotalDelivered</c>: number of total delivered.</summary>
    public int NumTotalDelivered { get; init; }

    /// <summary>The API's <c>percentageDelivered</c>, per cent.</summary>
    public decimal PercentageDelivered { get; init; }

    /// <summary>The API's <c>percentageUniqueOpens</c>, per cent.</summary>
    public decimal PercentageUniqueOpens { get; init; }

    /// <summary>The API's <c>percentageOpens</c>, per cent.</summary>
    public decimal PercentageOpens { get; init; }

    /// <summary>The API's <c>percentageUnsubscribes</c>, per cent.</summary>
    public decimal PercentageUnsubscribes { get; init; }

    /// <summary>The API's <c>percentageReplies</c>, per cent.</summary>
    public decimal PercentageReplies { get; init; }

    /// <summary>The API's <c>percentageHardBounces</c>, per cent.</summary>
    public decimal PercentageHardBounces { get; init; }

    /// <summary>The API's <c>percentageSoftBounces</c>, per cent.</summary>
    public decimal PercentageSoftBounces { get; init; }

    /// <summary>The API's <c>percentageUsersClicked</c>, per cent.</summary>
    public decimal PercentageUsersClicked { get; init; }

    /// <summary>The API's <c>percentageClicksToOpens</c>, per cent.</summary>
    public decimal PercentageClicksToOpens { get; init; }

    /// <summary>The API's <c>revenue</c>, in the account's currency, as text.</summary>
    public string? Revenue { get; init; }

    /// <summary>The API's <c>conversionRate</c>, per cent.</summary>
    public decimal ConversionRate { get; init; }

    /// <summary>The API's <c>assistedRevenue</c>, in the account's currency, as text.</summary>
    public string? AssistedRevenue { get; init; }

    /// <summary>The API's <c>numOrders</c>: number of orders.</summary>
    public int NumOrders { get; init; }

    /// <summary>The API's <c>numAssistedOrders</c>: number of assisted orders.</summary>
    public int NumAssistedOrders { get; init; }
}
