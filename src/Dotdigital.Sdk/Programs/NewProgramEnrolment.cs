namespace Dotdigital.Sdk.Programs;

/// <summary>Contacts to enrol in a program (<c>ApiProgramEnrolment</c>).</summary>
public sealed record NewProgramEnrolment
{
    /// <summary>The program; active.</summary>
    public required int ProgramId { get; init; }

    /// <summary>The contacts.</summary>
    public IReadOnlyList<long>? Contacts { get; init; }

    /// <summary>The address books whose contacts are enrolled.</summary>
    public IReadOnlyList<int>? AddressBooks { get; init; }
}
