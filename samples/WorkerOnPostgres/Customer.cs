namespace WorkerOnPostgres;

/// <summary>A customer of the shop.</summary>
internal sealed class Customer
{
    public int Id { get; set; }

    public required string Email { get; set; }

    public string? FirstName { get; set; }

    public bool AcceptsMarketing { get; set; } = true;
}
