namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>One node of a plan that PostgreSQL has made.</summary>
internal sealed record PlanNode(string Type, string Table, string Index, string Condition)
{
    public override string ToString() => $"{Type} {Table} {Index} {Condition}";
}
