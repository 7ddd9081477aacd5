namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>What becomes of a book's members when its list is disconnected (rule CN-2).</summary>
public enum MembersOnDisconnect
{
    /// <summary>All stay in the book.</summary>
    Leave = 0,

    /// <summary>Those whom the connection added are taken out of the book; who was there before, belongs to another connection by then, or opted out of it stays.</summary>
    RemoveAdded = 1,
}
