using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>Judges memberships.</summary>
internal static class ReconcileVerdicts
{
    /// <summary>
    /// Only settled memberships of the connection are judged, whose contact's remote id is known, and who opted out neither of the book nor of the
    /// account: Dotdigital may leave those out.
    /// </summary>
    public static ReconcileVerdict Judge(MembershipRecord membership, ContactRecord contact, int connectionId, Func<long, bool> isInBook)
    {
        if (membership.ConnectionId != connectionId || membership.State.Kind != ExportState.Clean || contact.RemoteId is not { } remoteId)
        {
            return ReconcileVerdict.None;
        }

        if (membership.Status == SubscriptionStatus.RemovedRemotely)
        {
            return isInBook(remoteId) ? ReconcileVerdict.Back : ReconcileVerdict.None;
        }

        return IsExpected(membership.Status) && IsExpected(contact.Status) && !isInBook(remoteId) ? ReconcileVerdict.Missing : ReconcileVerdict.None;
    }

    private static bool IsExpected(SubscriptionStatus status) => status.Reachability is Reachability.Reachable or Reachability.Unknown;
}
