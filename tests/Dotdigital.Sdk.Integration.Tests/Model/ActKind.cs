namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What can happen in a history. The numbers of an <see cref="Act"/> are taken modulo what there is, so that every part of a history is a history.</summary>
internal enum ActKind
{
    /// <summary>The host gets a person (Who) in lists (What, a bit a list), or takes one back that was deleted.</summary>
    HostInsert,

    /// <summary>The host edits a field (What) of a person (Who) to a value (Where); tracked.</summary>
    HostEdit,

    /// <summary>The host clears a field (What) of a person (Who); tracked.</summary>
    HostClear,

    /// <summary>The host deletes a person (Who).</summary>
    HostDelete,

    /// <summary>The host moves a person (Who) to lists (What, a bit a list).</summary>
    HostMove,

    /// <summary>The host gives a person (Who) another email (What).</summary>
    HostEmail,

    /// <summary>Two persons of the host (Who, What) exchange their emails.</summary>
    HostSwap,

    /// <summary>A bulk update, not tracked, of everybody's field (What) to a value (Where).</summary>
    HostBulk,

    /// <summary>A person (Who) opts out of a list (What) in the host.</summary>
    HostNo,

    /// <summary>The host takes a person's (Who) no to a list (What) back.</summary>
    HostYes,

    /// <summary>The host says a person's (Who) no to a list (What) through the service.</summary>
    ServiceNo,

    /// <summary>A person (Who) asks the host to be let in to a list (What) again: the one door.</summary>
    Door,

    /// <summary>The host's writer refuses the next writes (What of them).</summary>
    HostRefuses,

    /// <summary>The host's list (Who) breaks in the middle of its next pass.</summary>
    HostBreaks,

    /// <summary>A marketer puts an address (Who) into a book (What).</summary>
    RemoteAdd,

    /// <summary>A marketer edits a data field (What) of a contact (Who) to a value (Where).</summary>
    RemoteEdit,

    /// <summary>A contact (Who) unsubscribes from a book (What).</summary>
    RemoteLeave,

    /// <summary>A contact (Who) becomes unreachable in the account, in one of several ways (What).</summary>
    RemoteNo,

    /// <summary>A contact (Who) comes back by its own act, to a book (What) too.</summary>
    RemoteReturn,

    /// <summary>A marketer removes a contact (Who) from a book (What).</summary>
    RemoteRemove,

    /// <summary>A contact (Who) gets another email (What) in Dotdigital.</summary>
    RemoteEmail,

    /// <summary>A marketer deletes a contact (Who).</summary>
    RemoteDelete,

    /// <summary>A campaign is sent to a book (What).</summary>
    RemoteCampaign,

    /// <summary>A recipient (Who) of a campaign (What) opens, clicks, bounces softly (Where).</summary>
    RemoteActivity,

    /// <summary>A list (Who) is disconnected, and its members left or removed (Where).</summary>
    Disconnect,

    /// <summary>A list (Who) is connected to a book (What).</summary>
    Connect,

    /// <summary>A list (Who) is switched to another book (What), and its members left or removed (Where).</summary>
    Switch,

    /// <summary>A list's (Who) connection is switched off.</summary>
    Disable,

    /// <summary>A list's (Who) connection is switched on.</summary>
    Enable,

    /// <summary>A mapping (What) is stored; the last one removes it.</summary>
    Map,

    /// <summary>A list's (Who) connection begins or ends to create people (What).</summary>
    Creates,

    /// <summary>All members of a list (Who) are compared.</summary>
    Refresh,

    /// <summary>A list's (Who) held members are released.</summary>
    Release,

    /// <summary>A cycle.</summary>
    Cycle,

    /// <summary>A cycle that reads what is not due as well.</summary>
    ForcedCycle,

    /// <summary>An import alone.</summary>
    Import,

    /// <summary>An export alone.</summary>
    Export,

    /// <summary>The batches' states are asked for.</summary>
    Status,

    /// <summary>The tracked changes are processed.</summary>
    Changes,

    /// <summary>The clock jumps (What: which jump).</summary>
    Wait,

    /// <summary>The process ends in peace, and another begins.</summary>
    Restart,

    /// <summary>Something of Dotdigital goes wrong (What) at an operation (Where) after so many of them (Who).</summary>
    Fault,

    /// <summary>Something goes wrong on the way (What) at the next run's request (Who).</summary>
    Network,

    /// <summary>The process is killed at the n-th commit (Who) of what runs next, before or after it takes effect (What).</summary>
    KillAtCommit,

    /// <summary>The process is killed at the n-th request (Who) of the next run, before or after Dotdigital has it (What).</summary>
    KillAtRequest,

    /// <summary>The next run is cancelled at its n-th request (Who).</summary>
    Cancel,
}
