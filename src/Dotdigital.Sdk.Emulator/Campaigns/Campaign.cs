namespace Dotdigital.Sdk.Emulator.Campaigns;

/// <summary>A campaign with everything that was sent and happened. Instants are UTC ticks.</summary>
internal sealed class Campaign
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public required string Subject { get; set; }

    public required string FromName { get; set; }

    public required string FromAddress { get; set; }

    public string ReplyToAddress { get; set; } = "";

    public string Html { get; set; } = "<p>Hello</p>";

    public string Text { get; set; } = "Hello";

    public string Status { get; set; } = "Unsent";

    public List<string> Tags { get; set; } = [];

    public long? SentAt { get; set; }

    public List<int> BookIds { get; set; } = [];

    public List<Activity> Activities { get; } = [];

    public Dictionary<int, Activity> ActivityByContact { get; } = [];

    public List<CampaignEvent> Opens { get; } = [];

    public List<CampaignEvent> Clicks { get; } = [];

    public long LastActivity { get; set; }
}
