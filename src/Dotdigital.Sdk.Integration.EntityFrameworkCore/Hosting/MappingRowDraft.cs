using System.Linq.Expressions;
using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>One call of Map, not yet checked.</summary>
internal sealed record MappingRowDraft(
    string DataField, IReadOnlyList<LambdaExpression> Fields, bool IsTwoWay, BlankAction WhenBlank, OverlongAction WhenOverlong, string? TimeZone, bool Restores = false);
