namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>One row of a key pass as the database gives it.</summary>
internal sealed class KeyRow<TKey>
{
    public TKey? Key { get; init; }

    public string? Email { get; init; }

    public bool IsOptedOut { get; init; }
}
