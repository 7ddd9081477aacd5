namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What is due for a membership (rules S-3, EX-1, EX-3).</summary>
public enum ExportOperation
{
    /// <summary>None: the state is not <see cref="ExportState.Due"/> or <see cref="ExportState.InBatch"/>.</summary>
    None = 0,

    /// <summary>The contact is not known in Dotdigital.</summary>
    New = 1,

    /// <summary>The contact is known in the account and joins this book.</summary>
    Add = 2,

    /// <summary>The contact is in the book; its values are to be compared and, where they differ, sent.</summary>
    Update = 3,

    /// <summary>The item left the list: the contact is to be taken out of the book.</summary>
    Remove = 4,

    /// <summary>The item's email changed: the contact is to be renamed (rule EX-3b).</summary>
    Rename = 5,
}
