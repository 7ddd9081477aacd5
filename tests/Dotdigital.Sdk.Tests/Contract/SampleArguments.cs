using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Events;
using Dotdigital.Sdk.MarketingEmail;
using Dotdigital.Sdk.Programs;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>Makes arguments for any method: once with everything set, once with no more than must be, and once for each way to name a contact.</summary>
internal static class SampleArguments
{
    private const string Email = "ann@example.com";
    private static readonly DateTimeOffset Date = new(2026, 3, 1, 12, 30, 45, TimeSpan.FromHours(2));

    public static IEnumerable<object?[]> For(MethodInfo method)
    {
        var parameters = method.GetParameters().SkipLast(1).ToList();
        var sets = new List<object?[]>
        {
            parameters.Select(p => Value(p.ParameterType, p.Name!, full: true)).ToArray(),
            parameters.Select(p => p.HasDefaultValue ? Default(p) : Value(p.ParameterType, p.Name!, full: false)).ToArray(),
        };
        sets.Add(parameters.Select((p, i) => p.HasDefaultValue ? Default(p) : sets[0][i]).ToArray());
        for (var i = 0; i < parameters.Count; i++)
        {
            var at = i;
            sets.AddRange(Alternatives(parameters[i].ParameterType).Select(other => sets[0].Select((v, j) => j == at ? other : v).ToArray()));
        }

        return sets;
    }

    private static object? Default(ParameterInfo parameter) => parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
        ? Activator.CreateInstance(parameter.ParameterType)
        : parameter.DefaultValue;

    private static IEnumerable<object> Alternatives(Type type)
    {
        if (type == typeof(ContactKey))
        {
            yield return ContactKey.FromEmail(Email);
        }
        else if (type == typeof(ContactV3Identifier))
        {
            yield return ContactV3Identifier.FromContactId(7);
            yield return ContactV3Identifier.FromMobileNumber("447123123123");
            yield return ContactV3Identifier.FromCustom("crm-id", "A/1");
        }
        else if (type == typeof(IReadOnlyCollection<ContactKey>))
        {
            yield return new[] { ContactKey.FromEmail(Email), ContactKey.FromId(7) };
        }
        else if (type == typeof(IReadOnlyCollection<ContactV3Identifier>))
        {
            yield return Alternatives(typeof(ContactV3Identifier)).Cast<ContactV3Identifier>().ToList();
        }
        else if (type == typeof(MarketingEmailMessage))
        {
            yield return new MarketingEmailMessage { To = Email, Content = MarketingEmailContent.FromCampaign(7, [new() { Name = "NAME", Value = "Ann" }], ["tag"]) };
        }
        else if (type == typeof(ContactV3ImportRequest))
        {
            yield return new ContactV3ImportRequest { Contacts = [new() { MatchIdentifier = "contactId", Identifiers = new() { ContactId = 7, Email = Email } }] };
        }
        else if (type == typeof(ContactV3Query))
        {
            yield return new ContactV3Query { CreatedSince = Date, SegmentId = 7 };
        }
    }

    private static object? Value(Type type, string name, bool full)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return Text(name);
        }

        if (Simple(type, name) is { } simple)
        {
            return simple;
        }

        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenEnum<>)))
        {
            return type.GetProperties(BindingFlags.Static | BindingFlags.Public).First(p => p.PropertyType == type).GetValue(null);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        if (typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var array = Array.CreateInstance(item, 1);
            array.SetValue(Value(item, name, full), 0);
            return array;
        }

        return Model(type, full);
    }

    private static object? Simple(Type type, string name) => type switch
    {
        _ when type == typeof(int) => name == "take" ? 5 : 7,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => Guid.Parse(SchemaSample.Id),
        _ when type == typeof(DateTimeOffset) => name == "to" ? Date.AddDays(1) : Date,
        _ when type == typeof(Uri) => new Uri("https://example.com/a"),
        _ when type == typeof(Stream) => new MemoryStream("Email\r\nann@example.com\r\n"u8.ToArray()),
        _ when type == typeof(byte[]) => new byte[] { 1, 2, 3 },
        _ when type == typeof(ReadOnlyMemory<byte>) => (ReadOnlyMemory<byte>)(name == "utf8Body"
            ? """{"contacts":[{"matchIdentifier":"email","identifiers":{"email":"ann@example.com"}}]}"""u8.ToArray()
            : Encoding.UTF8.GetBytes("Email\r\nann@example.com\r\n")),
        _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(new { a = 1 }),
        _ when type == typeof(ContactKey) => ContactKey.FromId(7),
        _ when type == typeof(ContactV3Identifier) => ContactV3Identifier.FromEmail(Email),
        _ when type == typeof(ContactIdentifiers) => new ContactIdentifiers { Email = Email, MobileNumber = "447123123123", Custom = new Dictionary<string, string> { ["crm-id"] = "A1" } },
        _ when type == typeof(DataFieldMap) => new DataFieldMap([new("TEXT", DataFieldValue.FromText("a")), new("NUMBER", DataFieldValue.FromNumber(1.5m)), new("GONE", DataFieldValue.Null)]),
        _ when type == typeof(DataFieldValue) => DataFieldValue.FromText("a"),
        _ when type == typeof(EventAlerts) => EventAlerts.ByEmail(Email),
        _ when type == typeof(MarketingEmailContent) => MarketingEmailContent.FromHtml("Subject", "<p>$UNSUB$</p>"),
        _ when type == typeof(ContactV3Query) => new ContactV3Query { ModifiedSince = Date, ListId = 7, Include = ContactV3Include.Lists | ContactV3Include.ChannelProperties, DataFields = ["FIRSTNAME", "LASTNAME"] },
        _ => null,
    };

    private static string Text(string name) => name.ToUpperInvariant() switch
    {
        "URL" => "https://example.com/a",
        var n when n.EndsWith("URI", StringComparison.Ordinal) => "https://example.com/a",
        "IPADDRESS" or "USERIPADDRESS" => "127.0.0.1",
        var n when n.EndsWith("COLOR", StringComparison.Ordinal) => "#aabbcc",
        "TO" or "FROM" => Email,
        var n when n.Contains("EMAIL", StringComparison.Ordinal) || n.Contains("ADDRESS", StringComparison.Ordinal) => Email,
        "FILENAME" => "logo.png",
        "JSON" => "{}",
        "MATCHIDENTIFIER" => "email",
        _ => "text",
    };

    // One of two is needed, or what is read as well as sent: "required" cannot say so.
    private static bool IsNeededToo(PropertyInfo property) =>
        (property.DeclaringType == typeof(CampaignSendRequest) && property.Name is nameof(CampaignSendRequest.AddressBookIds))
        || (property.DeclaringType == typeof(NewProgramEnrolment) && property.Name is nameof(NewProgramEnrolment.Contacts))
        || (property.DeclaringType == typeof(DataField) && property.Name is nameof(DataField.Type) or nameof(DataField.Visibility));

    private static object Model(Type type, bool full)
    {
        var model = Activator.CreateInstance(type) ?? throw new InvalidOperationException($"No sample of {type}.");
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && !p.IsDefined(typeof(JsonIgnoreAttribute)) && (full || p.IsDefined(typeof(RequiredMemberAttribute)) || IsNeededToo(p))))
        {
            property.SetValue(model, Value(property.PropertyType, property.Name, full));
        }

        return model;
    }
}
