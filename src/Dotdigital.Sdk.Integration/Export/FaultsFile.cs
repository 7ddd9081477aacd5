using CsvHelper;
using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Reads a v2 faults file: UTF-8 CSV, with or without a byte order mark, a reason and an address among its columns (rule ST-2).</summary>
internal static class FaultsFile
{
    /// <summary>An import is at most 10 MB; a reason a row more than that is far below.</summary>
    private const long LargestFile = 64 * 1024 * 1024;

    /// <summary>An import has at most 10,000 rows: a file that names many more people is not its own.</summary>
    private const int MostAddresses = 20_000;

    /// <summary>Reads it as it streams in; the last reason of an address wins.</summary>
    /// <exception cref="FaultsFileException">It has no such columns, its quoting is broken, or it goes on beyond what an import can have: it is asked for again (rule ST-6).</exception>
    public static async Task<Dictionary<EmailAddress, BatchFault>> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<EmailAddress, BatchFault>();
        try
        {
            await using var bounded = new BoundedFile(file, LargestFile);
            await using var reader = CsvReader.Create(bounded, new CsvReaderOptions { Separator = ',', PoolStrings = true, MalformedData = CsvMalformedDataHandling.Throw }, leaveOpen: true);
            await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            var headers = reader.Headers.ToArray();
            var reason = Array.FindIndex(headers, static name => name.Trim().Equals("Reason", StringComparison.OrdinalIgnoreCase));
            var email = Array.FindIndex(headers, static name => name.Trim().Equals("Email", StringComparison.OrdinalIgnoreCase));
            if (headers.Length > 0 && (reason < 0 || email < 0))
            {
                throw new FaultsFileException("it has no Reason and Email columns");
            }

            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (reader.FieldCount > Math.Max(reason, email) && EmailAddress.TryParse(reader.GetString(email), out var address))
                {
                    var text = reader.GetString(reason).Trim();
                    faults[address] = new BatchFault(FaultReason.Read(text), text.Length > 200 ? text[..200] : text);
                    if (faults.Count > MostAddresses)
                    {
                        throw new FaultsFileException("it names more people than an import can have");
                    }
                }
            }
        }
        catch (CsvFormatException malformed)
        {
            throw new FaultsFileException($"record {malformed.RecordNumber.ToString(System.Globalization.CultureInfo.InvariantCulture)} is malformed");
        }

        return faults;
    }
}
