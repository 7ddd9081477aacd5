using Dotdigital.Sdk.Integration.DataFields;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.DataFields;

/// <summary>The question before a data field is deleted.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">The data field.</param>
/// <param name="Uses">What uses it, once that kept it from being deleted.</param>
internal sealed record DeleteModel(string Account, string Name, IReadOnlyList<DataFieldUse> Uses);
