namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>What Dotdigital did with a resubscription (rule OP-5).</summary>
public enum ResubscribeOutcome
{
    /// <summary>An answer that this version does not know; <see cref="ResubscribeAnswer.Raw"/> has its text.</summary>
    Unknown = 0,

    /// <summary>The person is in (<c>ContactAdded</c>).</summary>
    Added = 1,

    /// <summary>The person was asked to confirm, and is out until then (<c>ContactChallenged</c>).</summary>
    Challenged = 2,

    /// <summary>The person stays out, as after a bounce or a complaint (<c>ContactCannotBeUnsuppressed</c>).</summary>
    CannotBeResubscribed = 3,
}
