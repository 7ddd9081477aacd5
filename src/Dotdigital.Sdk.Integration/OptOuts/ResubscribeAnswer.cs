using Dotdigital.Sdk.Contacts;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>Dotdigital's answer to a resubscription (rule OP-5).</summary>
/// <param name="Outcome">What it means.</param>
/// <param name="Raw">The answer as Dotdigital spells it; empty when it gave none.</param>
public sealed record ResubscribeAnswer(ResubscribeOutcome Outcome, string Raw)
{
    internal static ResubscribeAnswer From(ResubscribeStatus status)
    {
        var outcome = status == ResubscribeStatus.ContactAdded ? ResubscribeOutcome.Added
            : status == ResubscribeStatus.ContactChallenged ? ResubscribeOutcome.Challenged
            : status == ResubscribeStatus.ContactCannotBeUnsuppressed ? ResubscribeOutcome.CannotBeResubscribed
            : ResubscribeOutcome.Unknown;
        return new ResubscribeAnswer(outcome, status.Value);
    }
}
