namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;

/// <summary>What becomes of a row whose key is there already.</summary>
internal enum OnConflict
{
    /// <summary>It is an error.</summary>
    Fail = 0,

    /// <summary>It is replaced, column by column as <see cref="UpsertPlans"/> says for the table.</summary>
    Replace = 1,

    /// <summary>It stays as it is.</summary>
    Keep = 2,
}
