using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>Which parts of a contact an answer holds.</summary>
internal sealed record ContactParts
{
    public static readonly ContactParts Key = new();

    public bool Channels { get; init; }

    public bool Lists { get; init; }

    public bool Preferences { get; init; }

    public bool Consents { get; init; }

    public IReadOnlyList<DataField> Fields { get; init; } = [];

    public bool HasFields { get; init; }

    public static ContactParts Everything(DataFieldTable fields)
        => new() { Channels = true, Lists = true, Preferences = true, Consents = true, HasFields = true, Fields = fields.All };
}
