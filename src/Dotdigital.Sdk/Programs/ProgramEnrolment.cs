namespace Dotdigital.Sdk.Programs;

/// <summary>An enrolment of contacts in a program (<c>ApiProgramEnrolment</c>).</summary>
public sealed record ProgramEnrolment
{
    /// <summary>Its id, to be asked for with <see cref="IProgramsApi.GetEnrolmentAsync"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>The program.</summary>
    public int ProgramId { get; init; }

    /// <summary>How far it is.</summary>
    public ProgramEnrolmentStatus Status { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>The contacts enrolled.</summary>
    public IReadOnlyList<long> Contacts { get; init => field = value ?? []; } = [];

    /// <summary>The address books enrolled.</summary>
    public IReadOnlyList<int> AddressBooks { get; init => field = value ?? []; } = [];
}
