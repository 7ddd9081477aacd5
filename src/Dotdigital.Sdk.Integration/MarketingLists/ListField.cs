namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A field of a marketing list's entity that can be mapped.</summary>
/// <param name="Name">Its name, unique within the entity: a property (<c>FirstName</c>), a path (<c>Address.Town</c>), or a made-up name for a computed one.</param>
/// <param name="Type">The CLR type of its values, without nullability.</param>
/// <param name="IsComputed">Computed ("virtual"): its changes cannot be tracked (rule TR-1).</param>
public sealed record ListField(string Name, Type Type, bool IsComputed = false);
