using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.DataFields;

namespace WebHost;

/// <summary>The emulated Dotdigital account, and what marketers and recipients do there.</summary>
internal static class DemoAccount
{
    public const string Name = "main";

    /// <summary>What the account has before the shop is connected to it.</summary>
    public static void Prepare(EmulatedAccount dotdigital)
    {
        dotdigital.CreateDataField("TOWN", DataFieldType.String);
        dotdigital.CreateDataField("POINTS", DataFieldType.Numeric);
        dotdigital.CreateDataField("VIP", DataFieldType.Boolean);
        dotdigital.CreateAddressBook("Spring fair visitors");
        dotdigital.CreateAddressBook("VIP customers");
    }

    /// <summary>A campaign goes out; people open, click, bounce and unsubscribe.</summary>
    public static void SendCampaign(DotdigitalEmulator emulator)
    {
        var dotdigital = emulator.Account(Name);
        var book = dotdigital.AddressBooks.Single(static book => book.Name == "Newsletter").Id;
        var campaign = dotdigital.CreateCampaign("Spring, at last!", "New in the shop");
        dotdigital.SendCampaign(campaign, book);
        var recipients = dotdigital.Campaigns.Single(sent => sent.Id == campaign).Recipients.Order(StringComparer.Ordinal).ToList();
        for (var part = 0; part < 6; part++)
        {
            emulator.Clock.Advance(TimeSpan.FromHours(9));
            for (var i = part; i < recipients.Count; i += 5 + (part * 4))
            {
                dotdigital.Open(campaign, recipients[i]);
                if (i % 3 == 0)
                {
                    dotdigital.Click(campaign, recipients[i], i % 2 == 0 ? "https://shop.example/spring" : "https://shop.example/sale");
                }
            }
        }

        dotdigital.Unsubscribe("customer12@example.com", book, campaign);
        dotdigital.HardBounce("customer13@example.com", campaign);
    }
}
