namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Every batch of a book is settled (rule ST-5).</summary>
public sealed record ExportFinished : DotdigitalEvent
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>Dotdigital's id of the book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>The book's export status: <c>Finished</c> or an error.</summary>
    public required string Status { get; init; }
}
