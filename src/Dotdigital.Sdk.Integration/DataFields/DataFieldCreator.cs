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
    /// <exception cref="DataFieldException">It does not fit, exists already, or was refused.</exception>
    public async Task<DataFieldRecord> CreateAsync(AccountRun run, NewDataField field, CancellationToken cancellationToken)
    {
        var wanted = DataFieldRules.Check(field);
        if (await FindAsync(run, wanted.Name, cancellationToken).ConfigureAwait(false) is { } existing)
        {
            throw new DataFieldException(field.Name, $"exists already in account '{run.Account}', as '{existing.Name}' of type {existing.Type}: use it, or choose another name.");
        }

        await CreateRemotelyAsync(run, wanted, cancellationToken).ConfigureAwait(false);
        var record = new DataFieldRecord
        {
            Name = wanted.Name,
            Type = field.Type,
            Visibility = wanted.Visibility.Value,
            DefaultValue = CanonicalDefault.Of(field.Type, wanted.DefaultValue),
        };

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.DataFields.SaveAsync([record], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        logger.Created(run.Account.Value, record.Name);
        return record;
    }

    private static async Task CreateRemotelyAsync(AccountRun run, DataField wanted, CancellationToken cancellationToken)
    {
        try
        {
            await run.Client.DataFields.CreateAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalValidationException refusal)
        {
            throw new DataFieldException(wanted.Name, $"was refused by Dotdigital ({refusal.ErrorCode ?? "no code"}): correct its name, type or default.", refusal);
        }
        catch (DotdigitalException lost) when (lost is DotdigitalTransportException { RequestMayHaveBeenAccepted: true } or DotdigitalResponseException)
        {
            // The answer was lost, so only the name tells whether it was taken.
            var created = await FindAsync(run, wanted.Name, cancellationToken).ConfigureAwait(false);
            if (created is null || created.Type != wanted.Type)
            {
                throw;
            }
        }
    }

    private static async Task<DataField?> FindAsync(AccountRun run, string name, CancellationToken cancellationToken)
    {
        var all = await run.Client.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return all.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
    }
}
