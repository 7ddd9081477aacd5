using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>
/// A CSV file, row by row. A file without an Email column, with a column that is no data field, or broken beyond reading is
/// InvalidFileFormat as a whole; anything else wrong concerns its row alone.
/// </summary>
internal static class CsvImport
{
    private static readonly string[] ConsentColumns = ["CONSENTTEXT", "CONSENTURL", "CONSENTDATETIME", "CONSENTIP", "CONSENTUSERAGENT"];

    public static ImportStatus Run(AccountState account, ImportJob job)
    {
        var payload = job.Payload ?? [];
        var (columns, header, rows) = Inspect(account, payload);
        if (columns is null)
        {
            return ImportStatus.InvalidFileFormat;
        }

        if (account.Contacts.Count + (long)rows > account.Behaviour.ContactLimit)
        {
            return ImportStatus.ExceedsAllowedContactLimit;
        }

        var reader = new CsvReader(payload);
        reader.Read();
        var importer = new RowImporter(account, job);
        var faults = new FaultsFile();
        faults.Header(header);
        var emailAt = Array.FindIndex(columns, c => c.Kind == CsvColumnKind.Email);
        var values = new string?[columns.Length];
        var misfits = new bool[columns.Length];
        while (reader.Read())
        {
            var reason = reader.Count == columns.Length ? importer.Refusal(reader[emailAt].Trim()) : "Invalid Entries";
            reason ??= Normalise(reader, columns, values, misfits) || !account.Behaviour.MisfitIsFault ? null : "Invalid Entries";
            if (reason is not null)
            {
                importer.Refuse(reason);
                Record(faults, reader, reason);
                continue;
            }

            var before = account.Contacts.Count;
            var contact = importer.Accept(reader[emailAt].Trim());
            Write(importer, contact, reader, columns, values, misfits, account.Contacts.Count > before);
            Consent(contact, reader, columns, header, job.Due);
        }

        job.Faults = faults.ToBytes(account.Behaviour.FaultsFileBom);
        return ImportStatus.Finished;
    }

    /// <summary>Reads the whole file once without effect: what its columns mean, and how many rows it has.</summary>
    private static (CsvColumn[]? Columns, string[] Header, int Rows) Inspect(AccountState account, byte[] payload)
    {
        var reader = new CsvReader(payload);
        if (!reader.Read())
        {
            return (null, [], 0);
        }

        var header = new string[reader.Count];
        var columns = new CsvColumn[reader.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            header[i] = reader[i].ToString();
            if (Meaning(account, header[i].Trim()) is not { } column)
            {
                return (null, [], 0);
            }

            columns[i] = column;
        }

        if (columns.Count(c => c.Kind == CsvColumnKind.Email) != 1)
        {
            return (null, [], 0);
        }

        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return reader.IsBroken ? (null, [], 0) : (columns, header, rows);
    }

    private static CsvColumn? Meaning(AccountState account, string name)
    {
        if (name.Equals("Email", StringComparison.OrdinalIgnoreCase))
        {
            return new CsvColumn(CsvColumnKind.Email, null);
        }

        if (name.Equals("EmailType", StringComparison.OrdinalIgnoreCase))
        {
            return new CsvColumn(CsvColumnKind.EmailType, null);
        }

        if (name.Equals("OptInType", StringComparison.OrdinalIgnoreCase))
        {
            return new CsvColumn(CsvColumnKind.OptInType, null);
        }

        if (ConsentColumns.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return new CsvColumn(CsvColumnKind.Consent, null);
        }

        if (name.StartsWith("Preference:", StringComparison.OrdinalIgnoreCase))
        {
            return new CsvColumn(CsvColumnKind.Preference, null);
        }

        return account.Fields.Find(name) is { } field ? new CsvColumn(CsvColumnKind.DataField, field) : null;
    }

    private static bool Normalise(CsvReader reader, CsvColumn[] columns, string?[] values, bool[] misfits)
    {
        var fits = true;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Field is { } field)
            {
                misfits[i] = !field.TryNormalise(reader[i], out values[i]);
                fits &= !misfits[i];
            }
        }

        return fits;
    }

    private static void Write(RowImporter importer, Contact contact, CsvReader reader, CsvColumn[] columns, string?[] values, bool[] misfits, bool isNew)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            switch (columns[i].Kind)
            {
                case CsvColumnKind.DataField when !misfits[i]:
                    importer.Write(contact, columns[i].Field!, values[i]);
                    break;
                case CsvColumnKind.EmailType:
                    RowImporter.WriteEmailType(contact, reader[i].Trim());
                    break;
                case CsvColumnKind.OptInType:
                    importer.WriteOptIn(contact, reader[i].Trim(), isNew);
                    break;
            }
        }
    }

    private static void Consent(Contact contact, CsvReader reader, CsvColumn[] columns, string[] header, long now)
    {
        string?[]? parts = null;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Kind == CsvColumnKind.Consent && !reader[i].IsWhiteSpace())
            {
                parts ??= new string?[ConsentColumns.Length];
                parts[Array.FindIndex(ConsentColumns, c => c.Equals(header[i].Trim(), StringComparison.OrdinalIgnoreCase))] = reader[i].Trim().ToString();
            }
        }

        if (parts is not null)
        {
            (contact.Consents ??= []).Add(new ConsentRecord(parts[0] ?? "", parts[1] ?? "", parts[2] ?? "", parts[3] ?? "", parts[4] ?? "", now));
        }
    }

    private static void Record(FaultsFile faults, CsvReader reader, string reason)
    {
        faults.Begin(reason);
        for (var i = 0; i < reader.Count; i++)
        {
            faults.Cell(reader[i]);
        }

        faults.End();
    }
}
