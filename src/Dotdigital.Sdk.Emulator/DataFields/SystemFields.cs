namespace Dotdigital.Sdk.Emulator.DataFields;

/// <summary>The names of the system fields, which an account has in its own language (FACTS: data fields).</summary>
internal static class SystemFields
{
    private static readonly string[] English = ["FIRSTNAME", "LASTNAME", "FULLNAME", "GENDER", "POSTCODE", "LASTSUBSCRIBED"];
    private static readonly string[] German = ["VORNAME", "NACHNAME", "NAME", "GESCHLECHT", "PLZ", "LETZTEANMELDUNG"];
    private static readonly string[] Dutch = ["VOORNAAM", "ACHTERNAAM", "NAAM", "GESLACHT", "POSTCODE", "LAATSTINGESCHREVEN"];

    public static void AddTo(DataFieldTable fields, string locale)
    {
        var names = locale.Split('-')[0].ToUpperInvariant() switch
        {
            "DE" => German,
            "NL" => Dutch,
            _ => English,
        };
        for (var i = 0; i < names.Length; i++)
        {
            fields.Add(names[i], i == 5 ? DataFieldType.Date : DataFieldType.String, "Public", null, isSystem: true);
        }
    }
}
