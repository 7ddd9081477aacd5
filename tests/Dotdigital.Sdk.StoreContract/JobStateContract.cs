using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class JobStateContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task JobStates_AreKeptByJob_WithEveryField()
    {
        var cycle = new JobStateRecord
        {
            Job = "cycle",
            LastSuccessAt = Noon,
            LastFailureAt = Noon.AddMinutes(2),
            FailingSince = Noon.AddMinutes(1),
            Failures = 2,
            LastErrorCode = "ERROR_INVALID_LOGIN",
            LastError = "No.",
            NextTryAt = Noon.AddMinutes(9),
        };
        await WriteAsync(unit => unit.JobStates.SaveAsync(new JobStateRecord { Job = "export" }, Cancellation));
        await WriteAsync(unit => unit.JobStates.SaveAsync(new JobStateRecord { Job = "cycle" }, Cancellation));
        await WriteAsync(unit => unit.JobStates.SaveAsync(cycle, Cancellation));

        Assert.Equal([cycle, new JobStateRecord { Job = "export" }], await ReadAsync(unit => unit.JobStates.GetAllAsync(Cancellation)));
        Assert.Equal(cycle, await ReadAsync(unit => unit.JobStates.FindAsync("cycle", Cancellation)));
        Assert.Null(await ReadAsync(unit => unit.JobStates.FindAsync("cycle", Cancellation), OtherAccount));
    }
}
