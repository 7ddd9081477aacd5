namespace Dotdigital.Sdk.Integration.Import;

/// <summary>What a complete read of a book says about one membership (rule IM-12).</summary>
internal enum ReconcileVerdict
{
    /// <summary>Nothing: as expected, or not to be judged.</summary>
    None = 0,

    /// <summary>It should be in the book and is not.</summary>
    Missing = 1,

    /// <summary>It was found missing once and is there again.</summary>
    Back = 2,
}
