namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>Where a marketing list stands: the most important that there is to say of it.</summary>
public enum MarketingListStanding
{
    /// <summary>It is not connected to an address book: nobody of it is exported.</summary>
    NotConnected = 0,

    /// <summary>Its account is disabled: nothing runs for it.</summary>
    AccountDisabled = 1,

    /// <summary>Its address book was deleted in Dotdigital: the list must be switched to another one (rule IM-1).</summary>
    AddressBookGone = 2,

    /// <summary>Its connection is disabled: nothing is exported, opt-outs go on.</summary>
    Paused = 3,

    /// <summary>So many left it that their removal waits for a person's confirmation (rule CN-5); all else goes on.</summary>
    RemovalWaits = 4,

    /// <summary>Its last export ended with an error (<see cref="MarketingListStatus.ExportStatus"/>).</summary>
    ExportFailed = 5,

    /// <summary>Members are held until a person releases them or their item changes (rule ST-3).</summary>
    HeldBack = 6,

    /// <summary>Members are in batches that Dotdigital has not ended.</summary>
    Exporting = 7,

    /// <summary>Its address book was not read yet: nothing is sent before (rule OP-6).</summary>
    FirstSync = 8,

    /// <summary>Members wait for the next cycle.</summary>
    ChangesWaiting = 9,

    /// <summary>The host refused changes from Dotdigital; they are tried again daily.</summary>
    HostWritesRefused = 10,

    /// <summary>In step, except for members that are set aside until their item changes.</summary>
    InStepSomeAside = 11,

    /// <summary>Both sides agree.</summary>
    InStep = 12,
}
