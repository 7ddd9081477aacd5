namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Which property is the item id of an entity's lists; null for the primary key.</summary>
internal sealed record ItemKeyChoice(string Entity, string? Property);
