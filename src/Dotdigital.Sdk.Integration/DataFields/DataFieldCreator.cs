using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>Creates data fields in Dotdigital and stores them once accepted (rule DF-2). There are no updates.</summary>
internal sealed class DataFieldCreator(ILogger<DataFieldCreator> logger)
{
    /// <summary>Creates one data field.</summary>
    /// <param name="account">The account.</param>
    /// <param name="client">Its API.</param>
    /// <param name="begin">Begins a unit of work.</param>
    /// <param name="field">What to create.</param>
    /// <param name="cancellationToken">Cancels it; one that Dotdigital took is stored all the same.</param>
    /// <exception cref="DataFieldException">It does not fit, exists already, or was refused.</exception>
    public async Task<DataFieldRecord> CreateAsync(
        AccountId account, IDotdigitalClient client, Func<CancellationToken, Task<IUnitOfWork>> begin, NewDataField field, CancellationToken cancellationToken)
    {
        var wanted = DataFieldRules.Check(field);
        if (await FindAsync(client, wanted.Name, cancellationToken).ConfigureAwait(false) is { } existing)
        {
            throw new DataFieldException(field.Name, $"exists already in account '{account}', as '{existing.Name}' of type {existing.Type}: use it, or choose another name.");
        }

        await CreateRemotelyAsync(client, wanted, cancellationToken).ConfigureAwait(false);
        var record = new DataFieldRecord
        {
            Name = wanted.Name,
            Type = field.Type,
            Visibility = wanted.Visibility.Value,
            DefaultValue = CanonicalDefault.Of(field.Type, wanted.DefaultValue),
            Notes = string.IsNullOrWhiteSpace(field.Notes) ? null : field.Notes.Trim(),
        };

        await using var unit = await begin(CancellationToken.None).ConfigureAwait(false);
        await unit.DataFields.SaveAsync([record], CancellationToken.None).ConfigureAwait(false);
        await unit.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        logger.Created(account.Value, record.Name);
        return record;
    }

    private static async Task CreateRemotelyAsync(IDotdigitalClient client, DataField wanted, CancellationToken cancellationToken)
    {
        try
        {
            await client.DataFields.CreateAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalValidationException refusal)
        {
            throw new DataFieldException(wanted.Name, $"was refused by Dotdigital ({refusal.ErrorCode ?? "no code"}): correct its name, type or default.", refusal);
        }
        catch (DotdigitalException lost) when (lost is DotdigitalTransportException { RequestMayHaveBeenAccepted: true } or DotdigitalResponseException)
        {
            // The answer was lost, so only the name tells whether it was taken.
            var created = await FindAsync(client, wanted.Name, cancellationToken).ConfigureAwait(false);
            if (created is null || created.Type != wanted.Type)
            {
                throw;
            }
        }
    }

    private static async Task<DataField?> FindAsync(IDotdigitalClient client, string name, CancellationToken cancellationToken)
    {
        var all = await client.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return all.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
    }
}
