namespace Dotdigital.Sdk.WorkerHost;

/// <summary>A customer of the test's shop.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public string Email { get; set; } = string.Empty;

    public string FirstName { get; set; } = string.Empty;
}
