namespace Quickstart.Report;

/// <summary>A small table to show.</summary>
internal sealed record TableView(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
