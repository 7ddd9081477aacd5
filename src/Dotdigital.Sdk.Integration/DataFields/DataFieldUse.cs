namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>Something that uses a data field.</summary>
/// <param name="Kind"><c>Mapping</c> (stored), <c>MarketingList</c> (declared in code), or what Dotdigital calls it: <c>Campaign</c>, <c>AddressBook</c>, <c>Survey</c>, ...</param>
/// <param name="Name">The entity, the list's name, or Dotdigital's id.</param>
public sealed record DataFieldUse(string Kind, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}";
}
