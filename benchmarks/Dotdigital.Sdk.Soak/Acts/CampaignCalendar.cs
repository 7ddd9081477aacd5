using System.Globalization;
using Dotdigital.Sdk.Soak.Emulation;
using Dotdigital.Sdk.Soak.People;

namespace Dotdigital.Sdk.Soak.Acts;

/// <summary>Every account sends a campaign a week; half of its recipients open it over the next days, and some click.</summary>
internal sealed class CampaignCalendar(EmulatorProcess emulator)
{
    private const int Week = 7;
    private readonly Dictionary<string, (int Id, int Recipients, int Day)> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _activity = new(StringComparer.Ordinal);

    /// <summary>Campaigns sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Who got a campaign, over all of them.</summary>
    public long Recipients { get; private set; }

    /// <summary>Sends, opens and clicks of all accounts.</summary>
    public long Activity => _activity.Values.Sum();

    /// <summary>Sends, opens and clicks of an account.</summary>
    public long ActivityOf(string account) => _activity.GetValueOrDefault(account);

    /// <summary>What happens on a day.</summary>
    public async Task DoAsync(Population people, int number, int book, int day)
    {
        var account = people.Account;
        if (day > 0 && (day + number) % Week == 0)
        {
            var id = await emulator.RunAsync<int>(account, "create-campaign", new { name = string.Create(CultureInfo.InvariantCulture, $"News of day {day}") });
            var recipients = await emulator.RunAsync<int>(account, "send-campaign", new { campaignId = id, addressBookIds = new[] { book } });
            _last[account] = (id, recipients, day);
            Sent++;
            Recipients += recipients;
            Add(account, recipients);
        }
        else if (_last.TryGetValue(account, out var campaign) && day - campaign.Day is 1 or 3)
        {
            Add(account, await emulator.RunAsync<int>(account, "open-many", new { campaignId = campaign.Id, count = campaign.Recipients / 4 }));
            Add(account, await emulator.RunAsync<int>(account, "click-many", new { campaignId = campaign.Id, count = campaign.Recipients / 20, url = "https://shop.example.com/" }));
        }
    }

    private void Add(string account, long activity) => _activity[account] = _activity.GetValueOrDefault(account) + activity;
}
