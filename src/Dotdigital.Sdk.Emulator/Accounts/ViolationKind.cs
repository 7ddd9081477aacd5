namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>What a <see cref="Violation"/> is about.</summary>
public enum ViolationKind
{
    /// <summary>An opted-out person was made reachable by something else than a resubscribe operation.</summary>
    MadeReachable,

    /// <summary>An import or an update carried a subscription status (FACTS: "v3 danger").</summary>
    StatusSent,

    /// <summary>A person was imported or added although the client knew of the opt-out (<see cref="Control.EmulatedAccount.OptOutKnown"/>).</summary>
    SentAgain,
}
