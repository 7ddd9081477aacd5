using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>Histories that once failed, as small as they became, each named for what it found.</summary>
public sealed class FoundHistoriesTests
{
    [Fact]
    public Task ST2_SuppressedOnAListOnly_IsNoOptOutOfTheAccount() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1, Json = true, BeginsSettled = false, ImportDelay = 5 },
        [
            new(ActKind.Cycle),
            new(ActKind.HostNo),
        ]);

    [Fact]
    public Task ST2_AContactWhoseAddressChangedWhileABatchTravelled_DoesNotTakeTheValuesOfTheAddressItHad() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1, ImportDelay = 30 },
        [
            new(ActKind.Switch, 0, 1),
            new(ActKind.RemoteEmail, 0, 1),
            new(ActKind.HostEdit),
            new(ActKind.Export),
        ]);

    [Fact]
    public Task OP3_AHostsNoToAPersonWhoseAddressJustChangedInDotdigital_ReachesThePerson() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.HostNo),
            new(ActKind.RemoteEmail, 0, 1),
        ]);

    [Fact]
    public Task IM12_TheLastMemberOfABookRemovedInDotdigital_IsToldAsRemoved() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.RemoteRemove),
        ]);

    [Fact]
    public Task S4_AContactThatGotAnotherAddressBeforeItsIdWasTold_IsSentAgain() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2, BeginsSettled = false },
        [
            new(ActKind.Cycle),
            new(ActKind.Wait, 0, 7),
            new(ActKind.Cycle) { At = 8, During = [new(ActKind.RemoteEmail, 1, 5)] },
        ]);

    [Fact]
    public Task EX3a_TheOwnersItemMovesToAnotherAddress_TheNextOwnerTakesOver() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2 },
        [
            new(ActKind.HostEmail, 0, 9),
            new(ActKind.Cycle),
            new(ActKind.HostEmail, 1),
        ]);

    [Fact]
    public Task EX3b_AnItemThatMovesToAnAddressThatOptedOut_TakesItsFormerAddressOutOfTheBook() => HoldsAsync(
        new HistorySetup { People = 6, Lists = 2 },
        [
            new(ActKind.Map),
            new(ActKind.RemoteNo),
            new(ActKind.Export),
            new(ActKind.HostSwap, 5),
        ]);

    [Fact]
    public Task OP3_ANoThatCameFromTheFormerBook_IsToldToTheNewOne() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.Switch, 0, 1),
            new(ActKind.Cycle),
            new(ActKind.RemoteLeave),
        ]);

    [Fact]
    public Task OP3_AnItemThatSaidNo_TakesItsNoToItsNewAddress() => HoldsAsync(
        new HistorySetup { People = 5, Lists = 2, BeginsSettled = false, BatchRows = 2 },
        [
            new(ActKind.Cycle) { At = 12, During = [new(ActKind.HostSwap, 27, 4, 5)] },
            new(ActKind.HostNo, 11, 5),
            new(ActKind.Cycle),
            new(ActKind.HostEmail, 27, 11),
            new(ActKind.HostSwap, 44, 25),
        ]);

    [Fact]
    public Task S2_AnItemWithANewAddressWhoseContactWasDeletedInDotdigital_IsShownAsWithheld() => HoldsAsync(
        new HistorySetup { People = 5, Lists = 1 },
        [
            new(ActKind.HostEmail, 4, 7),
            new(ActKind.RemoteDelete, 4),
        ]);

    [Fact]
    public Task OP5_WhoLeftABookWhileTheirRemovalTravelled_IsRememberedAsOptedOutOfIt() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 2 },
        [
            new(ActKind.RemoteCampaign),
            new(ActKind.Cycle) { At = 15, During = [new(ActKind.HostEmail, 2)] },
            new(ActKind.RemoteActivity, 13, 0, 14),
            new(ActKind.Wait, 0, 7),
        ]);

    [Fact]
    public Task ST2_ANewContactAndARenameOfAnotherListToTheSameAddress_AreSettledBoth() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 2, Json = true },
        [
            new(ActKind.HostInsert, 2, 3),
            new(ActKind.HostEmail, 2, 3),
        ]);

    [Fact]
    public Task IM5_WhoIsDueToLeaveTheBook_IsNotTakenForOneWhoCameFromDotdigital() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2 },
        [
            new(ActKind.HostSwap, 0, 1),
            new(ActKind.Creates),
        ]);

    [Fact]
    public Task EX3a_TheOwnerLeavesWhileABatchTravelsWithItsValues_TheNextOwnersFollow() => HoldsAsync(
        new HistorySetup { People = 4, Lists = 2 },
        [
            new(ActKind.HostEmail, 0, 3),
            new(ActKind.Cycle),
            new(ActKind.HostMove, 3),
        ]);

    [Fact]
    public Task S2_ABounceAtAnAddressThatAMarketerGave_SaysNothingOfTheHostsOwn() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.RemoteEmail, 0, 23),
            new(ActKind.RemoteNo, 55, 16),
        ]);

    [Fact]
    public Task S4_WhoeverABatchReachedUnderAnAddressThatItsContactNoLongerHas_LeavesWithTheItem() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2, ImportDelay = 5 },
        [
            new(ActKind.HostMove, 25, 25),
            new(ActKind.Cycle),
            new(ActKind.RemoteEmail, 1, 3),
            new(ActKind.HostMove, 25),
        ]);

    [Fact]
    public Task S4_TwoContactsBecomeOneWhileABatchCarriesOneOfThem_ItLeavesAfterTheBatch() => HoldsAsync(
        new HistorySetup { People = 5, Lists = 2, BeginsSettled = false, ImportDelay = 5 },
        [
            new(ActKind.RemoteAdd, 17, 7),
            new(ActKind.Cycle) { At = 3, During = [new(ActKind.RemoteEmail, 57, 11, 2)] },
            new(ActKind.RemoteEmail, 43, 4),
            new(ActKind.HostInsert, 36),
        ]);

    [Fact]
    public Task IM12_RemovedInDotdigitalAndGivenAnotherEmailByTheHost_IsFoundMissingOnceSettled() => HoldsAsync(
        new HistorySetup { People = 5, Lists = 3, BeginsSettled = false, ImportDelay = 30 },
        [
            new(ActKind.Network, 37, 2),
            new(ActKind.Cycle),
            new(ActKind.Wait, 0, 7),
            new(ActKind.Cycle),
            new(ActKind.RemoteRemove, 52, 22),
            new(ActKind.HostEmail, 36, 7),
        ]);

    [Fact]
    public Task EX3b_AnOptOutClingsToTheAddressThatItsContactHadToo() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.HostBreaks),
            new(ActKind.RemoteLeave, 0, 20),
            new(ActKind.RemoteEmail, 0, 1),
            new(ActKind.Switch, 0, 26),
            new(ActKind.Cycle),
        ]);

    [Fact]
    public Task ST2_AValueThatWasClearedBeforeItsBatchWasSettled_StaysAsRead() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1, BeginsSettled = false },
        [
            new(ActKind.Cycle),
            new(ActKind.RemoteEdit, 0, 0, 8),
            new(ActKind.Wait, 0, 3),
        ]);

    [Fact]
    public Task EX3b_AnItemThatMovesToAnAddressThatWasDeletedInDotdigital_TakesItsFormerAddressOutOfTheBook() => HoldsAsync(
        new HistorySetup { People = 4, Lists = 1 },
        [
            new(ActKind.HostInsert, 5),
            new(ActKind.HostMove, 29, 5),
            new(ActKind.Cycle),
            new(ActKind.HostEmail, 0, 11),
            new(ActKind.RemoteDelete, 11),
        ]);

    [Fact]
    public Task S3_AnItemWhoseFormerAddressWasOptedOutByTheNextWhoHasIt_IsSentUnderItsOwn() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 1 },
        [
            new(ActKind.HostSwap, 26),
            new(ActKind.RemoteEmail, 34, 5),
            new(ActKind.HostBreaks),
            new(ActKind.Cycle) { At = 4, During = [new(ActKind.HostNo, 42, 5, 12)] },
        ]);

    [Fact]
    public Task CN2_WhoIsSuppressedWhenAListIsDisconnectedWithRemoval_IsNotInTheBookWhenTheyReturn() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 1 },
        [
            new(ActKind.Cycle) { At = 6, During = [new(ActKind.RemoteNo, 0, 29, 26)] },
            new(ActKind.Import) { At = 4, During = [new(ActKind.Disconnect, 30, 20, 17)] },
            new(ActKind.Cycle),
            new(ActKind.Status) { At = 0, During = [new(ActKind.RemoteReturn, 56, 11, 16)] },
            new(ActKind.Export),
        ]);

    [Fact]
    public Task EX3a_TheOwnersItemMovedAwayFromAnAddressThatOptedOutOfItsBook_ItsValuesAreSentNoMore() => HoldsAsync(
        new HistorySetup { People = 6, Lists = 2 },
        [
            new(ActKind.HostNo, 44, 9),
            new(ActKind.HostSwap, 45, 20),
            new(ActKind.HostEmail, 49, 12),
        ]);

    [Fact]
    public Task OP5_WhoSaidNoBeforeTheyWereEverInDotdigital_AndComesThroughTheDoor_IsExported() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 1, BeginsSettled = false },
        [
            new(ActKind.ServiceNo, 26),
            new(ActKind.Cycle),
            new(ActKind.Door, 10),
        ]);

    [Fact]
    public Task EX3_AContactThatTheDoorMadeAnewAfterItWasDeleted_GetsItsItemsValues() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.RemoteDelete),
            new(ActKind.Door),
        ]);

    [Fact]
    public Task EX6_WhoMayHaveBeenTakenOutByALostRemoval_IsPutIntoTheBookAgainWhenTheyAreWanted() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 1, BatchRows = 2 },
        [
            new(ActKind.Disable),
            new(ActKind.KillAtCommit, 23),
            new(ActKind.Cycle),
            new(ActKind.Cycle),
            new(ActKind.Disconnect, 0, 0, 21),
            new(ActKind.Cycle),
            new(ActKind.Connect),
        ]);

    [Fact]
    public Task EX3a_TheOwnersItemSaidNoToItsOwnBook_TheNextOwnerTakesOver() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2 },
        [
            new(ActKind.HostEmail, 0, 17),
            new(ActKind.ServiceNo, 0, 1),
            new(ActKind.Export),
            new(ActKind.HostEdit, 17),
        ]);

    [Fact]
    public Task S4_AnItemThatMovesToAnAddressThatBouncedWhileItTravels_LetsItsFormerOneGoAfterwards() => HoldsAsync(
        new HistorySetup { People = 5, Lists = 1 },
        [
          new(ActKind.RemoteNo, 0, 16),
          new(ActKind.HostEdit, 36),
          new(ActKind.Changes),
          new(ActKind.Cycle),
          new(ActKind.HostSwap, 28),
        ]);

    [Fact]
    public Task S4_AnItemWithANewAddressWhoseContactNeverArrived_IsSentUnderIt() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 3, BeginsSettled = false },
        [
            new(ActKind.Cycle),
            new(ActKind.Status),
            new(ActKind.RemoteEmail, 0, 5),
            new(ActKind.HostSwap, 0, 26),
        ]);

    [Fact]
    public Task EX3b_ANoToABookClingsToTheAddressThatSomebodyNewHas() => HoldsAsync(
        new HistorySetup { People = 6, Lists = 2 },
        [
            new(ActKind.RemoteLeave, 37, 16),
            new(ActKind.Cycle),
            new(ActKind.RemoteEmail, 29, 7),
            new(ActKind.RemoteAdd, 21),
            new(ActKind.RemoteReturn, 23, 1),
        ]);

    [Fact]
    public Task EX3b_ThreeItemsThatExchangedTheirEmailsInARing_AreSetAside() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 1 },
        [
            new(ActKind.HostSwap, 9),
            new(ActKind.HostSwap, 0, 10),
        ]);

    [Fact]
    public Task EX3b_AnAddressThatAnotherContactTookWhileTheRenameTravelled_IsTriedAgain() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 1, ImportDelay = 30 },
        [
            new(ActKind.RemoteEmail, 58, 21),
            new(ActKind.Cycle),
            new(ActKind.RemoteEmail, 0, 26),
        ]);

    [Fact]
    public Task EX3b_ARenameToAContactInNoBookThatIsRead_LinksTheTwo() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 3, ReadsByBook = true, ImportDelay = 30 },
        [
            new(ActKind.ForcedCycle) { At = 13, During = [new(ActKind.HostEmail, 56, 18, 7)] },
            new(ActKind.Door, 0, 8),
        ]);

    [Fact]
    public Task OP3_ANoToTheBookThatTheListWasSwitchedTo_BeforeTheListWasReadAgain_IsItsItems() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 1 },
        [
            new(ActKind.Cycle) { At = 5, During = [new(ActKind.HostDelete, 24, 20, 3)] },
            new(ActKind.KillAtCommit, 1),
            new(ActKind.Switch, 0, 2),
            new(ActKind.HostBreaks),
            new(ActKind.RemoteLeave, 25, 2),
            new(ActKind.Cycle),
            new(ActKind.Cycle),
            new(ActKind.HostEmail, 9),
        ]);

    [Fact]
    public Task MP6_ARowThatBeginsToRestore_UndoesWhatMarketersEditedBefore() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.RemoteEdit, 0, 6),
            new(ActKind.Cycle),
            new(ActKind.Map, 0, 16),
        ]);

    [Fact]
    public Task S3_WhoOptedOutWhileTheGuardWaited_IsNotDueAfterTheMappingChanged() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2, Guards = true },
        [
            new(ActKind.RemoteCampaign),
            new(ActKind.KillAtCommit, 31),
            new(ActKind.HostMove, 0, 14),
            new(ActKind.ForcedCycle),
            new(ActKind.RemoteNo),
            new(ActKind.Map, 0, 15),
        ]);

    [Fact]
    public Task S4_AnAddressThatAMarketerGaveAfterARenameArrived_IsNotTakenBackByItsSettlement() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 1 },
        [
            new(ActKind.RemoteEmail, 17, 3),
            new(ActKind.Cycle),
            new(ActKind.RemoteEmail, 49, 2),
            new(ActKind.Wait, 0, 5),
        ]);

    [Fact]
    public Task CN2_AnImportThatArrivesAfterTheRemovalOfWhomAnEndedConnectionAdded_LeavesNobodyInTheBook() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2, BeginsSettled = false, ImportDelay = 30 },
        [
            new(ActKind.Fault, 53, 2, 1),
            new(ActKind.Door, 1),
            new(ActKind.Cycle),
            new(ActKind.Disconnect, 13, 0, 29),
        ]);

    [Fact]
    public Task CN2_AnImportWhoseAnswerWasLostInAKill_ArrivingAfterASwitch_LeavesNobodyInTheFormerBook() => HoldsAsync(
        new HistorySetup { People = 4, Lists = 2, ImportDelay = 5 },
        [
            new(ActKind.RemoteReturn, 17),
            new(ActKind.Cycle),
            new(ActKind.HostNo),
            new(ActKind.HostNo, 17),
            new(ActKind.HostEmail, 34, 19),
            new(ActKind.KillAtCommit, 19),
            new(ActKind.Export),
            new(ActKind.Switch, 0, 8, 1),
        ]);

    [Fact]
    public Task CN2_AContactThatGotAnotherAddressWhileItsImportTravelled_AndTheOneThatTheImportMade_BothLeaveAnEndedConnectionsBook() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 1, BeginsSettled = false, ImportDelay = 30 },
        [
            new(ActKind.Cycle),
            new(ActKind.HostNo, 50),
            new(ActKind.Cycle),
            new(ActKind.Disconnect, 0, 0, 13),
            new(ActKind.RemoteEmail, 2),
        ]);

    [Fact]
    public Task EX3b_SomebodyNewInDotdigitalUnderTheFormerAddressOfAPersonWhoLeftTheBook_IsTakenOutOfIt() => HoldsAsync(
        new HistorySetup { People = 6, Lists = 2 },
        [
            new(ActKind.RemoteLeave, 37, 16),
            new(ActKind.RemoteEmail, 29, 7),
            new(ActKind.RemoteAdd, 21, 7),
        ]);

    [Fact]
    public Task EX3b_AnItemThatWaitsForAnotherWhichCannotMoveOn_IsSetAsideAsItsConflict() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 2 },
        [
            new(ActKind.Fault, 54, 8),
            new(ActKind.HostInsert, 35, 27),
            new(ActKind.Export),
            new(ActKind.Cycle),
            new(ActKind.RemoteDelete, 11),
            new(ActKind.Status),
            new(ActKind.RemoteEmail, 0, 3),
            new(ActKind.Cycle),
        ]);

    [Fact]
    public Task OP5_AYesUnderAnAddressThatAnItemGotSinceItsListWasRead_LeavesTheItemsNoStanding() => HoldsAsync(
        new HistorySetup { People = 3, Lists = 1 },
        [
            new(ActKind.RemoteNo, 10),
            new(ActKind.Cycle),
            new(ActKind.HostSwap, 0, 10),
            new(ActKind.Door, 50),
            new(ActKind.Disconnect),
            new(ActKind.Connect),
        ]);

    [Fact]
    public Task MP4_ARowThatBecomesTwoWay_SendsTheHostsValueWhereDotdigitalHasNone() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1 },
        [
            new(ActKind.RemoteEdit, 0, 0, 8),
            new(ActKind.Cycle),
            new(ActKind.Map, 0, 4),
        ]);

    [Fact]
    public Task OP3_ANoToAFormerBook_IsToldToTheNewOneAlsoUnderTheAddressThatItWasSaidWith() => HoldsAsync(
        new HistorySetup { People = 4, Lists = 1 },
        [
            new(ActKind.RemoteLeave, 25, 8),
            new(ActKind.Switch, 0, 2),
            new(ActKind.HostRefuses),
            new(ActKind.Cycle),
            new(ActKind.Cycle) { At = 3, During = [new(ActKind.Switch, 17, 15, 1)] },
            new(ActKind.ForcedCycle) { At = 9, During = [new(ActKind.HostSwap, 43, 1, 17)] },
        ]);

    [Fact]
    public Task S4_AnItemThatMovedToAnAddressThatCannotBeMailed_LeavesAlsoTheContactThatItsBatchMade() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2, ImportDelay = 5 },
        [
            new(ActKind.HostEdit),
            new(ActKind.RemoteNo, 25, 2),
            new(ActKind.Map),
            new(ActKind.Cycle),
            new(ActKind.HostSwap, 25),
            new(ActKind.RemoteEmail, 0, 2),
        ]);

    [Fact]
    public Task EX3b_ANoUnderAnAddressThatNobodyEverReadOf_IsKnownUnderTheNextOne() => HoldsAsync(
        new HistorySetup { People = 4, Lists = 3 },
        [
            new(ActKind.HostMove, 43, 6),
            new(ActKind.Cycle),
            new(ActKind.HostEmail, 0, 11),
            new(ActKind.RemoteEmail, 0, 5),
            new(ActKind.HostEmail, 43, 13),
            new(ActKind.RemoteLeave, 21, 1),
            new(ActKind.RemoteEmail, 53),
        ]);

    [Fact]
    public Task EX3b_AnItemThatGotTheAddressOfOneWhoSaidNo_IsNotSentInItsPlace() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 1 },
        [
            new(ActKind.Switch, 0, 1),
            new(ActKind.HostNo),
            new(ActKind.Cycle),
            new(ActKind.Disconnect),
            new(ActKind.Connect),
            new(ActKind.HostSwap, 17),
        ]);

    [Fact]
    public Task ST6_AResultThatCannotBeRead_ClaimsNothingOfPeopleWhoSaidNoMeanwhile() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1, BeginsSettled = false, ImportDelay = 30 },
        [
            new(ActKind.Fault, 0, 14),
            new(ActKind.Cycle),
            new(ActKind.RemoteAdd),
            new(ActKind.RemoteNo),
        ]);

    [Fact]
    public Task ST6_AResultThatCannotBeRead_ClaimsNothingOfPeopleWhoLeftTheBookMeanwhile() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1, BeginsSettled = false, ImportDelay = 5 },
        [
            new(ActKind.Fault, 0, 13),
            new(ActKind.Cycle),
            new(ActKind.HostNo),
        ]);

    [Fact]
    public Task IM3_TwoContactsThatBecomeOne_WhileOneIsTakenOutAndTheOtherIsImported_AreFollowedToTheImportsEnd() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1, ImportDelay = 30 },
        [
            new(ActKind.HostInsert, 4, 1),
            new(ActKind.Export),
            new(ActKind.HostInsert, 52),
            new(ActKind.Cycle) { At = 2, During = [new(ActKind.HostDelete, 48, 9, 17)] },
            new(ActKind.RemoteEmail, 0, 20),
        ]);

    [Fact]
    public Task EX3b_AnItemThatMovedToAnAddressThatSaidNo_WhileItsRenameTravelled_LeavesTheAddressThatItWasGiven() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 2 },
        [
            new(ActKind.HostEmail, 33, 3),
            new(ActKind.Export),
            new(ActKind.HostSwap, 1),
            new(ActKind.RemoteNo, 0, 9),
        ]);

    [Fact]
    public Task OP3_ANoToldUnderTheFormerAddressByARunThatWasKilled_ReachesThePersonUnderTheNewOne() => HoldsAsync(
        new HistorySetup { People = 2, Lists = 1 },
        [
            new(ActKind.ServiceNo, 41),
            new(ActKind.RemoteEmail, 9, 3),
            new(ActKind.KillAtRequest, 4),
            new(ActKind.Export),
        ]);

    private static async Task HoldsAsync(HistorySetup setup, IReadOnlyList<Act> acts) =>
        Assert.Empty(await new History(setup, acts).PlayAsync(TestContext.Current.CancellationToken));
}
