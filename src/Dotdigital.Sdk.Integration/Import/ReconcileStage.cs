namespace Dotdigital.Sdk.Integration.Import;

/// <summary>How far a book's reconcile has come (rule IM-12).</summary>
internal enum ReconcileStage
{
    /// <summary>Those are staged whom the read may tell something of.</summary>
    Staging = 0,

    /// <summary>The book's members are read.</summary>
    Reading = 1,

    /// <summary>Those are judged whom the read did not meet, or met again.</summary>
    Judging = 2,
}
