using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Campaigns;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>Control commands by which people become unreachable, or come back of their own will.</summary>
internal static class OptOutCommands
{
    public static bool Unsubscribe(ControlContext context, PersonArgs args)
    {
        var contact = context.Contact(args.Email);
        if (args.AddressBookId is { } bookId)
        {
            Persons.UnsubscribeFromBook(context.Account, contact, context.Book(bookId), context.Now);
        }
        else if (!StatusRules.IsOptedOut(contact.Status))
        {
            Persons.SetStatus(context.Account, contact, EmulatedStatus.Unsubscribed, context.Now);
        }

        return Flag(context, args, contact, ActivityFlags.Unsubscribed);
    }

    public static bool Suppress(ControlContext context, StatusArgs args)
    {
        Persons.SetStatus(context.Account, context.Contact(args.Email), args.Status, context.Now);
        return true;
    }

    public static bool Resubscribe(ControlContext context, PersonArgs args)
    {
        var book = args.AddressBookId is { } id ? context.Book(id) : null;
        Persons.MakeReachable(context.Account, context.Contact(args.Email), book, context.Now, "control", isExplicit: true);
        return true;
    }

    public static bool Known(ControlContext context, PersonArgs args)
    {
        context.Account.KnownOptOuts.Add(args.Email, args.AddressBookId ?? 0);
        return true;
    }

    public static bool Over(ControlContext context, PersonArgs args)
    {
        context.Account.KnownOptOuts.End(args.Email, args.AddressBookId ?? 0);
        return true;
    }

    public static bool SoftBounce(ControlContext context, PersonArgs args) => Become(context, args, EmulatedStatus.SoftBounced, ActivityFlags.SoftBounced);

    public static bool HardBounce(ControlContext context, PersonArgs args) => Become(context, args, EmulatedStatus.HardBounced, ActivityFlags.HardBounced);

    public static bool Complain(ControlContext context, PersonArgs args) => Become(context, args, EmulatedStatus.IspComplained, ActivityFlags.Complained);

    private static bool Become(ControlContext context, PersonArgs args, EmulatedStatus status, ActivityFlags flag)
    {
        var contact = context.Contact(args.Email);
        if (!StatusRules.IsOptedOut(contact.Status))
        {
            Persons.SetStatus(context.Account, contact, status, context.Now);
        }

        return Flag(context, args, contact, flag);
    }

    /// <summary>Notes it in the campaign's activity too, where it came from a campaign.</summary>
    private static bool Flag(ControlContext context, PersonArgs args, Contact contact, ActivityFlags flag)
    {
        if (args.CampaignId is { } id)
        {
            var campaign = context.Campaign(id);
            var activity = CampaignCommands.ActivityOf(campaign, contact);
            activity.Flags |= flag;
            activity.Changed = campaign.LastActivity = context.Now;
        }

        return true;
    }
}
