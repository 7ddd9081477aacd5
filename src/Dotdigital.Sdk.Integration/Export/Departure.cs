using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>How a membership that no item stands for any more goes.</summary>
internal static class Departure
{
    /// <summary>It was never sent, nor told by Dotdigital: there is nothing in the book to take away (rule S-4).</summary>
    public static bool WasNeverInBook(MembershipRecord membership) => !membership.IsInBook;

    /// <summary>Its removal becomes due, and its item is let go.</summary>
    public static MembershipRecord Of(MembershipRecord membership) => membership with
    {
        ItemId = null,
        RenameTo = null,
        State = MembershipState.Due(ExportOperation.Remove),
    };
}
