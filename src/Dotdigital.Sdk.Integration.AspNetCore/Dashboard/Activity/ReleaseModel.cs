using Dotdigital.Sdk.Integration.Export;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>Members that are held, before they are released.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Held">The list, the reason and how many.</param>
internal sealed record ReleaseModel(string AccountId, SetAsideCount Held);
