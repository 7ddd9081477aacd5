namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What becomes of those whom an ended connection added to its address book (rule CN-2).</summary>
public enum AddedMembersState
{
    /// <summary>They stay.</summary>
    Stay = 0,

    /// <summary>They are to be taken out: runs go on with it until none is left.</summary>
    Leaving = 1,

    /// <summary>They were taken out, as far as they were in the book on the connection's account alone.</summary>
    Left = 2,
}
