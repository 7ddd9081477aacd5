using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>One member of a batch, with what was sent for it. Key: account + batch + <see cref="ContactId"/>.</summary>
public sealed record BatchMemberRecord
{
    /// <summary><see cref="ContactRecord.Id"/>.</summary>
    public required long ContactId { get; init; }

    /// <summary>The address as sent.</summary>
    public required EmailAddress Email { get; init; }

    /// <summary>The item that it was sent for.</summary>
    public string? ItemId { get; init; }

    /// <summary>What the batch does for it.</summary>
    public required ExportOperation Operation { get; init; }

    /// <summary>The membership's update version that the values belong to.</summary>
    public int UpdateVersion { get; init; }

    /// <summary>The contact's snapshot version when the values were compared.</summary>
    public int SnapshotVersion { get; init; }

    /// <summary>The canonical values sent; an empty text is a field cleared.</summary>
    public FieldValues Sent { get; init; } = FieldValues.Empty;

    /// <summary>The snapshot's values of the sent fields when they were sent: the base of the three-way settlement (rule ST-2).</summary>
    public FieldValues Base { get; init; } = FieldValues.Empty;
}
