using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

/// <summary>A staged key beside the membership and contact found for it.</summary>
internal sealed class StagedJoin
{
    public required StagedKeyRow Key { get; init; }

    public MembershipRow? Membership { get; init; }

    public ContactRow? Contact { get; init; }

    public StagedMatch ToMatch() =>
        new(Key.ToRecord(), Membership is null || Contact is null ? null : new MembershipView(Membership.ToRecord(), Contact.ToRecord()));

    public StagedOptOut ToOptOut() => new(Key.ToRecord(), Contact!.ToRecord(), Membership?.ToRecord());
}
