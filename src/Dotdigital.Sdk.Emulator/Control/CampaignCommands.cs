using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Campaigns;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>Control commands on campaigns: sending them, and what recipients do.</summary>
internal static class CampaignCommands
{
    public static int Create(ControlContext context, CreateCampaignArgs args)
    {
        var campaign = new Campaign
        {
            Id = context.Account.NextCampaignId++,
            Name = args.Name,
            Subject = args.Subject ?? args.Name,
            FromName = args.FromName ?? "Marketing",
            FromAddress = args.FromAddress ?? "marketing@example.com",
        };
        context.Account.Campaigns.Add(campaign.Id, campaign);
        return campaign.Id;
    }

    public static bool Delete(ControlContext context, CampaignArgs args) => context.Account.Campaigns.Remove(args.CampaignId);

    public static bool SetStatus(ControlContext context, CampaignStatusArgs args)
    {
        context.Campaign(args.CampaignId).Status = args.Status;
        return true;
    }

    /// <summary>Sends to everybody who is reachable in one of the books and has not got it yet.</summary>
    public static int Send(ControlContext context, SendArgs args)
    {
        var campaign = context.Campaign(args.CampaignId);
        var sent = 0;
        foreach (var book in args.AddressBookIds.Select(context.Book))
        {
            if (!campaign.BookIds.Contains(book.Id))
            {
                campaign.BookIds.Add(book.Id);
            }

            foreach (var contact in book.Ordered.Select(id => context.Account.Contacts.ById(id)).OfType<Contact>())
            {
                if (contact.Email is { } email && StatusRules.IsReachable(contact.Status)
                    && contact.Memberships[contact.IndexOfBook(book.Id)].Status == MembershipStatus.Subscribed
                    && !campaign.ActivityByContact.ContainsKey(contact.Id))
                {
                    var activity = new Activity { ContactId = contact.Id, Email = email, Sent = context.Now, Changed = context.Now };
                    campaign.Activities.Add(activity);
                    campaign.ActivityByContact.Add(contact.Id, activity);
                    sent++;
                }
            }
        }

        campaign.Status = "Sent";
        campaign.SentAt ??= context.Now;
        campaign.LastActivity = context.Now;
        return sent;
    }

    public static bool Open(ControlContext context, ActArgs args)
    {
        var campaign = context.Campaign(args.CampaignId);
        Open(context, campaign, ActivityOf(campaign, context.Contact(args.Email)));
        return true;
    }

    public static bool Click(ControlContext context, ActArgs args)
    {
        var campaign = context.Campaign(args.CampaignId);
        Click(context, campaign, ActivityOf(campaign, context.Contact(args.Email)), args.Url);
        return true;
    }

    public static int OpenMany(ControlContext context, ActManyArgs args)
    {
        var campaign = context.Campaign(args.CampaignId);
        var some = campaign.Activities.Take(args.Count).ToList();
        some.ForEach(activity => Open(context, campaign, activity));
        return some.Count;
    }

    public static int ClickMany(ControlContext context, ActManyArgs args)
    {
        var campaign = context.Campaign(args.CampaignId);
        var some = campaign.Activities.Take(args.Count).ToList();
        some.ForEach(activity => Click(context, campaign, activity, args.Url));
        return some.Count;
    }

    public static IReadOnlyList<EmulatedCampaign> All(ControlContext context, NoArgs args)
        => [.. context.Account.Campaigns.Values.Select(c => new EmulatedCampaign(
            c.Id, c.Name, c.Status, c.SentAt is { } sent ? new DateTimeOffset(sent, TimeSpan.Zero) : null, [.. c.BookIds], [.. c.Activities.Select(a => a.Email)], c.Opens.Count, c.Clicks.Count))];

    public static Activity ActivityOf(Campaign campaign, Contact contact)
        => campaign.ActivityByContact.GetValueOrDefault(contact.Id)
            ?? throw new ArgumentException($"The campaign '{campaign.Name}' was not sent to {contact.Email}.", nameof(contact));

    private static void Open(ControlContext context, Campaign campaign, Activity activity)
    {
        campaign.Opens.Add(new CampaignEvent(activity.ContactId, activity.Email, context.Now, null));
        activity.Opens++;
        activity.FirstOpened = activity.FirstOpened == 0 ? context.Now : activity.FirstOpened;
        activity.LastOpened = context.Now;
        activity.Changed = campaign.LastActivity = context.Now;
    }

    private static void Click(ControlContext context, Campaign campaign, Activity activity, string? url)
    {
        campaign.Clicks.Add(new CampaignEvent(activity.ContactId, activity.Email, context.Now, url ?? "https://www.example.com/"));
        activity.Clicks++;
        activity.Changed = campaign.LastActivity = context.Now;
    }
}
