using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.TwoWay;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>A membership with the canonical values that the host has for it now.</summary>
internal sealed record PreparedContact
{
    /// <summary>The membership and its contact.</summary>
    public required MembershipView View { get; init; }

    /// <summary>What came of reading it.</summary>
    public required PreparedOutcome Outcome { get; init; }

    /// <summary>One value per column of the mapping: null is not sent, empty clears. Empty unless the outcome is Ready.</summary>
    public IReadOnlyList<string?> Values { get; init; } = [];

    /// <summary>Why a value does not fit, without the value.</summary>
    public string? Misfit { get; init; }

    /// <summary>Whether Dotdigital told that the contact is in the book; that we sent it does not say that it arrived.</summary>
    public bool IsKnownInBook => View.Membership.Status.Reachability != Reachability.Unknown;

    /// <summary>Whether Dotdigital withholds the contact, which is not sent until that ends (rule S-2).</summary>
    public bool IsWithheld => View.Membership.Status.Reachability == Reachability.Withheld || View.Contact.Status.Reachability == Reachability.Withheld;

    /// <summary>Whether any value differs from what Dotdigital is known to have, and is not one that it does not keep (rule W-3).</summary>
    public bool Differs(IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (Values[i] is { } value && !string.Equals(View.Contact.Snapshot[names[i]] ?? string.Empty, value, StringComparison.Ordinal)
                && !NotKept.IsGivenUp(View.Contact, names[i], value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The data fields whose value Dotdigital does not keep (rule W-3).</summary>
    public IEnumerable<string> GivenUp(IReadOnlyList<string> names) => names.Where((name, i) => Values[i] is { } value && NotKept.IsGivenUp(View.Contact, name, value));

    /// <summary>The values as a batch keeps them.</summary>
    public FieldValues Sent(IReadOnlyList<string> names) => FieldValues.Create(names.Select((name, i) => KeyValuePair.Create(name, Values[i])));
}
