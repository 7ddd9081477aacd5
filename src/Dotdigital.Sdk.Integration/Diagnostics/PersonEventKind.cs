namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What happened to a person.</summary>
public enum PersonEventKind
{
    /// <summary>Subscribed, or subscribed again, in Dotdigital.</summary>
    Subscribed = 0,

    /// <summary>Opted out of the account in Dotdigital, or cannot be delivered to; <see cref="PersonEvent.Code"/> is the status.</summary>
    LeftAccount = 1,

    /// <summary>Opted out of an address book in Dotdigital; <see cref="PersonEvent.Code"/> is the status.</summary>
    LeftAddressBook = 2,

    /// <summary>The opt-out of one item was kept; <see cref="PersonEvent.IsOfHost"/> tells who said it, <see cref="PersonEvent.Code"/> why.</summary>
    ItemOptedOut = 3,

    /// <summary>Was in a batch; <see cref="PersonEvent.Batch"/> tells how it ended, as long as retention keeps it.</summary>
    Batch = 4,

    /// <summary>Was set aside; <see cref="PersonEvent.Code"/> is a code of <see cref="Storage.SetAsideReason"/>.</summary>
    SetAside = 5,

    /// <summary>Was sent a campaign; <see cref="PersonEvent.Activity"/> tells what the person did with it.</summary>
    Campaign = 6,

    /// <summary>An event about the person that the host has not accepted yet; <see cref="PersonEvent.Code"/> is its type.</summary>
    EventToHost = 7,

    /// <summary>Changes from Dotdigital that an item is still to be told (rules IM-4, IM-5).</summary>
    ChangeToHost = 8,
}
