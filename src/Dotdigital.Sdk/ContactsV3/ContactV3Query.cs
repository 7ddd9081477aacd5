namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Which contacts to read, and what of them (<c>GET /contacts/v3</c>).</summary>
public sealed record ContactV3Query
{
    /// <summary>Asks for all data fields.</summary>
    public const string AllDataFields = "[[ALL]]";

    /// <summary>Only those modified at or after this instant (<c>~modified</c>).</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>Only those created at or after this instant (<c>~created</c>); not together with <see cref="ModifiedSince"/>.</summary>
    public DateTimeOffset? CreatedSince { get; init; }

    /// <summary>Only those in this address book (<c>~listId</c>).</summary>
    public int? ListId { get; init; }

    /// <summary>Only those in this segment (<c>~segmentId</c>); not together with <see cref="ListId"/>.</summary>
    public int? SegmentId { get; init; }

    /// <summary>Further data to read.</summary>
    public ContactV3Include Include { get; init; }

    /// <summary>The data fields to read; <see cref="AllDataFields"/> for all; empty for none.</summary>
    public IReadOnlyList<string> DataFields { get; init => field = value ?? []; } = [];

    /// <summary>Rows a page, 1 to 5000.</summary>
    public int PageSize { get; init; } = 5000;
}
