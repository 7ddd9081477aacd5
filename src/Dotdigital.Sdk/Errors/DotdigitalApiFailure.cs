using System.Net;

namespace Dotdigital.Sdk.Errors;

/// <summary>What Dotdigital answered when it refused a call.</summary>
/// <param name="AccountName">The host's name for the account.</param>
/// <param name="Operation">The operation, for example <c>AddressBooks.Create</c>.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ErrorCode">The v2 token (<c>ERROR_…</c>) or v3 code (<c>contacts:…</c>); <see langword="null"/> when there was none.</param>
/// <param name="ApiMessage">Dotdigital's own words; <see langword="null"/> when there were none. May name an email address: do not log at Information.</param>
/// <param name="Path">The template of the request's path, without values.</param>
/// <param name="Details">The v3 details, one for each item that failed.</param>
public sealed record DotdigitalApiFailure(
    string AccountName,
    string Operation,
    HttpStatusCode StatusCode,
    string? ErrorCode,
    string? ApiMessage,
    string Path,
    IReadOnlyList<DotdigitalErrorDetail> Details);
