using Dotdigital.Sdk.Emulator.Persistence;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>A request that found its operation; from the wire or from the journal.</summary>
internal sealed record IncomingRequest(
    Operation Operation, IReadOnlyDictionary<string, string> Route, IReadOnlyDictionary<string, string> Query, string PathAndQuery, string? ContentType, byte[] Body)
{
    public static IncomingRequest? From(string method, string pathAndQuery, string? contentType, byte[] body)
    {
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? pathAndQuery : pathAndQuery[..question];
        return Router.Match(method, path) is { } match
            ? new IncomingRequest(match.Operation, match.Route, Router.Query(question < 0 ? "" : pathAndQuery[question..]), pathAndQuery, contentType, body)
            : null;
    }

    public static IncomingRequest? From(JournalRecord record)
        => Array.Find(OperationTable.All, o => string.Equals(o.Id, record.Name, StringComparison.Ordinal)) is { } operation
            ? From(operation.Method, record.PathAndQuery, record.ContentType.Length == 0 ? null : record.ContentType, record.Body.ToArray())
            : null;
}
