using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Campaigns;

namespace Dotdigital.Sdk.Emulator.Persistence;

internal static class CampaignSnapshot
{
    public static void Write(BinaryWriter writer, AccountState account) => AccountSnapshot.Many(writer, account.Campaigns.Values, campaign =>
    {
        writer.Write(campaign.Id);
        writer.Write(campaign.Name);
        writer.Write(campaign.Subject);
        writer.Write(campaign.FromName);
        writer.Write(campaign.FromAddress);
        writer.Write(campaign.ReplyToAddress);
        writer.Write(campaign.Html);
        writer.Write(campaign.Text);
        writer.Write(campaign.Status);
        writer.Write(campaign.SentAt ?? -1);
        writer.Write(campaign.LastActivity);
        AccountSnapshot.Many(writer, campaign.Tags, writer.Write);
        AccountSnapshot.Many(writer, campaign.BookIds, writer.Write);
        AccountSnapshot.Many(writer, campaign.Activities, activity =>
        {
            writer.Write(activity.ContactId);
            writer.Write(activity.Email);
            writer.Write(activity.Sent);
            writer.Write(activity.Changed);
            writer.Write(activity.Opens);
            writer.Write(activity.Clicks);
            writer.Write(activity.FirstOpened);
            writer.Write(activity.LastOpened);
            writer.Write((byte)activity.Flags);
        });
        AccountSnapshot.Many(writer, campaign.Opens, e => Write(writer, e));
        AccountSnapshot.Many(writer, campaign.Clicks, e => Write(writer, e));
    });

    public static void Read(BinaryReader reader, AccountState account) => AccountSnapshot.Many(reader, () =>
    {
        var campaign = new Campaign
        {
            Id = reader.ReadInt32(),
            Name = reader.ReadString(),
            Subject = reader.ReadString(),
            FromName = reader.ReadString(),
            FromAddress = reader.ReadString(),
            ReplyToAddress = reader.ReadString(),
            Html = reader.ReadString(),
            Text = reader.ReadString(),
            Status = reader.ReadString(),
            SentAt = reader.ReadInt64() is >= 0 and var sent ? sent : null,
            LastActivity = reader.ReadInt64(),
        };
        AccountSnapshot.Many(reader, () => campaign.Tags.Add(reader.ReadString()));
        AccountSnapshot.Many(reader, () => campaign.BookIds.Add(reader.ReadInt32()));
        AccountSnapshot.Many(reader, () => ReadActivity(reader, campaign));
        AccountSnapshot.Many(reader, () => campaign.Opens.Add(ReadEvent(reader)));
        AccountSnapshot.Many(reader, () => campaign.Clicks.Add(ReadEvent(reader)));
        account.Campaigns.Add(campaign.Id, campaign);
    });

    private static void ReadActivity(BinaryReader reader, Campaign campaign)
    {
        var activity = new Activity
        {
            ContactId = reader.ReadInt32(),
            Email = reader.ReadString(),
            Sent = reader.ReadInt64(),
            Changed = reader.ReadInt64(),
            Opens = reader.ReadInt32(),
            Clicks = reader.ReadInt32(),
            FirstOpened = reader.ReadInt64(),
            LastOpened = reader.ReadInt64(),
            Flags = (ActivityFlags)reader.ReadByte(),
        };
        campaign.Activities.Add(activity);
        campaign.ActivityByContact.Add(activity.ContactId, activity);
    }

    private static void Write(BinaryWriter writer, CampaignEvent e)
    {
        writer.Write(e.ContactId);
        writer.Write(e.Email);
        writer.Write(e.At);
        AccountSnapshot.WriteText(writer, e.Url);
    }

    private static CampaignEvent ReadEvent(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadString(), reader.ReadInt64(), AccountSnapshot.ReadText(reader));
}
