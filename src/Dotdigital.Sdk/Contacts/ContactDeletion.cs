namespace Dotdigital.Sdk.Contacts;

/// <summary>A bulk deletion (<c>ApiBulkContactDeletion</c>).</summary>
public sealed record ContactDeletion
{
    /// <summary>The job, to be asked for with <see cref="IContactsApi.GetDeletionAsync"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>How far it is.</summary>
    public ContactDeletionStatus Status { get; init; }
}
