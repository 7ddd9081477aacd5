using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>The data fields of an account (BEHAVIOUR section 8). Any process may call it, also while a run holds the account. Dotdigital knows no change of a data field: delete it and create another.</summary>
public interface IDataFieldService
{
    /// <summary>All data fields as last read, by name; none before the first read. Costs no call.</summary>
    Task<IReadOnlyList<DataFieldRecord>> GetAllAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>Reads the data fields now (rule DF-1); costs one call.</summary>
    /// <returns>What was read; <see cref="SyncReport.WasBusy"/> when a run holds the account: then they are read in the next cycle.</returns>
    /// <exception cref="UnknownAccountException">The account is not configured, or disabled.</exception>
    Task<SyncReport> RefreshAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>Creates a data field, in Dotdigital first (rule DF-2).</summary>
    /// <returns>The data field as stored.</returns>
    /// <exception cref="UnknownAccountException">The account is not configured, or disabled.</exception>
    /// <exception cref="DataFieldException">It does not fit, exists already, or was refused.</exception>
    /// <exception cref="Errors.DotdigitalException">Dotdigital did not answer.</exception>
    Task<DataFieldRecord> CreateAsync(AccountId account, NewDataField field, CancellationToken cancellationToken = default);

    /// <summary>What of the host uses a data field in an account: stored mappings, and lists mapped in code. What uses it in Dotdigital is known only when it is deleted. Costs no call.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The data field's name, in any case.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<DataFieldUse>> GetUsesAsync(AccountId account, string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes a data field with the values that contacts have in it, in Dotdigital first (rule DF-3). One that is gone already is no error.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The data field's name, in any case.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="UnknownAccountException">The account is not configured, or disabled.</exception>
    /// <exception cref="DataFieldInUseException">A mapping or something in Dotdigital uses it; it was kept.</exception>
    /// <exception cref="DataFieldException">It is a system field; it was kept.</exception>
    /// <exception cref="Errors.DotdigitalException">Dotdigital did not answer.</exception>
    Task DeleteAsync(AccountId account, string name, CancellationToken cancellationToken = default);
}
