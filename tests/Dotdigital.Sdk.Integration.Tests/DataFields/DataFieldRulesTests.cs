using Dotdigital.Sdk.Integration.DataFields;
using Xunit;
using DataFieldType = Dotdigital.Sdk.Integration.DataFields.DataFieldType;

namespace Dotdigital.Sdk.Integration.Tests.DataFields;

/// <summary>Rule DF-2.</summary>
public sealed class DataFieldRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("has space")]
    [InlineData("ünicode")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    [InlineData("EMAIL")]
    [InlineData("UniqueContactId")]
    public void DF2_Check_NameThatDotdigitalDoesNotTake_IsRefusedAndNamed(string name)
    {
        var refusal = Assert.Throws<DataFieldException>(() => DataFieldRules.Check(Field(name)));
        Assert.Equal(name, refusal.Field);
    }

    [Theory]
    [InlineData(DataFieldType.Numeric, "1,000")]
    [InlineData(DataFieldType.Numeric, "1e3")]
    [InlineData(DataFieldType.Date, "2024-02-30T00:00:00")]
    [InlineData(DataFieldType.Date, "01/02/2024")]
    [InlineData(DataFieldType.Boolean, "yes")]
    [InlineData(DataFieldType.Unknown, null)]
    [InlineData((DataFieldType)99, null)]
    public void DF2_Check_TypeOrDefaultThatDoesNotFit_IsRefused(DataFieldType type, string? value) =>
        Assert.Throws<DataFieldException>(() => DataFieldRules.Check(Field("POINTS", type, value)));

    [Fact]
    public void Check_TextDefault_MayHave1000Characters()
    {
        Assert.Equal(1000, DataFieldRules.Check(Field("NOTE", DataFieldType.String, new string('x', 1000))).DefaultValue.AsText()!.Length);
        Assert.Throws<DataFieldException>(() => DataFieldRules.Check(Field("NOTE", DataFieldType.String, new string('x', 1001))));
    }

    [Fact]
    public void Check_VisibilityUnheardOf_IsRefused() =>
        Assert.Throws<DataFieldException>(() => DataFieldRules.Check(Field("POINTS") with { Visibility = "Shared" }));

    [Fact]
    public void Check_FieldThatFits_IsAsTheClientSendsIt()
    {
        var sent = DataFieldRules.Check(Field("A-z_09", DataFieldType.Numeric, "-12.50") with { Visibility = "private" });

        Assert.Equal("A-z_09", sent.Name);
        Assert.Equal(Dotdigital.Sdk.DataFields.DataFieldType.Numeric, sent.Type);
        Assert.Equal("Private", sent.Visibility.Value);
        Assert.Equal(-12.5m, sent.DefaultValue.AsNumber());
        Assert.True(DataFieldRules.Check(Field("POINTS", DataFieldType.Numeric, " ")).DefaultValue.IsNull);
    }

    private static NewDataField Field(string name, DataFieldType type = DataFieldType.String, string? value = null) =>
        new() { Name = name, Type = type, Visibility = "Public", DefaultValue = value };
}
