using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// What PostgreSQL needs said about every text column: it orders by UTF-8 bytes, whatever the database's collation, and holds what is storable.
/// No table is made UNLOGGED, the staged keys least of all: such a table is empty after a crash of the server, and an empty pass reads "everyone left".
/// </summary>
internal sealed class PostgreSqlModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private static readonly ValueConverter<string, string> Storable = new(static text => StorableText.Of(text), static text => text);

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(static entity => entity.GetProperties()).Where(static property => property.ClrType == typeof(string)))
        {
            property.SetCollation("C");
            property.SetValueConverter(Storable);
        }
    }
}
