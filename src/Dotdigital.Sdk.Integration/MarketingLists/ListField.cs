using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A field of a marketing list's entity that can be mapped.</summary>
/// <param name="Name">Its name, unique within the entity: a property (<c>FirstName</c>), a path (<c>Address.Town</c>), or a made-up name for a computed one.</param>
/// <param name="Type">The CLR type of its values, without nullability.</param>
/// <param name="IsComputed">Computed ("virtual"): its changes cannot be tracked (rule TR-1).</param>
public sealed record ListField(string Name, Type Type, bool IsComputed = false)
{
    /// <summary>What to call it in front of a person; its name unless given.</summary>
    public string Label { get; init; } = Name;

    /// <summary>Whether the host lets it be written; true unless said otherwise. What <see cref="CanBeTwoWay"/> asks for beside.</summary>
    public bool IsWritable { get; init; } = true;

    /// <summary>Whether a mapping row with it may be two-way: an own, real, writable field (rule MP-3).</summary>
    public bool CanBeTwoWay => IsWritable && !IsComputed && !Name.Contains('.', StringComparison.Ordinal);

    /// <summary>
    /// The real host fields behind it, with the entities that have them and each relation on the way (rule TR-1). None: it is a field of the list's entity
    /// itself, or <see cref="MarketingList.TrackedFields"/> covers it. Not looked at for a computed one.
    /// </summary>
    public IReadOnlyList<TrackedField> TrackedFields { get; init; } = [];
}
