namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>When a process is killed.</summary>
internal enum KillMoment
{
    /// <summary>After its n-th request, and a little later.</summary>
    AfterRequest,

    /// <summary>While Dotdigital has not answered its n-th request.</summary>
    InRequest,

    /// <summary>While Dotdigital has not taken the n-th of what it sends: an import, a removal, a new book.</summary>
    InWrite,

    /// <summary>Right after Dotdigital took the n-th import: its answer is on the way, or just read.</summary>
    AfterImport,
}
