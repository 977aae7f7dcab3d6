package org.preau.testkit.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Each of the contracts finds the mistake that was made, by name, and no other; and finds nothing where none was made. */
class SeededMistakesTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(ApplicationMistakes.NameWithoutText.class, "namesItselfInBothLanguages"),
                Arguments.of(ApplicationMistakes.IconThatIsNone.class, "hasAnIconThatExists"),
                Arguments.of(ApplicationMistakes.NoMainView.class, "hasViewsAtPathsOfTheirOwn"),
                Arguments.of(ApplicationMistakes.FailsForGuests.class, "opensItsViewsForEverybodyItIsFor"),
                Arguments.of(ApplicationMistakes.SharesItsView.class, "makesANewViewAtEachVisit"),
                Arguments.of(ApplicationMistakes.CardTooLong.class, "contributesToEverybodysHomePage"),
                Arguments.of(DataMistakes.GivesEverybodysData.class, "givesEverybodyHisOwn"),
                Arguments.of(DataMistakes.TellsASecret.class, "givesWhatPeopleCanRead"),
                Arguments.of(DataMistakes.ErasesEverybody.class, "erasesWhatItKeeps"),
                Arguments.of(DataMistakes.StumblesOverStrangers.class, "forgetsPeopleAndNeverMindsStrangers"),
                Arguments.of(DataMistakes.FindsTooMuch.class, "answersWhateverIsTyped"),
                Arguments.of(ConnectorMistakes.TellsWhoComesInCategoryOne.class, "hasAProtocolThatFitsItsCategory"),
                Arguments.of(ConnectorMistakes.PlainHttp.class, "isReachedOverHttps"),
                Arguments.of(ConnectorMistakes.TicketsForElsewhere.class, "tellsWhereTicketsMayGo"),
                Arguments.of(ConnectorMistakes.GivesNamesAway.class, "givesNothingThatItsCategoryDoesNotAllow"),
                Arguments.of(OtherMistakes.LeadsAstray.class, "leadsNowhereUnsafeAfterASignOut"),
                Arguments.of(OtherMistakes.SendsAnywhere.class, "sendsNothingToAnAddressThatIsNotDeclared"),
                Arguments.of(OtherMistakes.ThrowsAtStrangeFiles.class, "reportsWhatIsNoArchive"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everySeededMistakeIsFoundByName(Class<?> contract, String found) {
        assertThat(failed(contract)).contains(found);
    }

    @ParameterizedTest
    @ValueSource(classes = {ApplicationMistakes.None.class, ConnectorMistakes.None.class, DataMistakes.None.class})
    void nothingIsFoundWhereNoMistakeWasMade(Class<?> contract) {
        assertThat(failed(contract)).isEmpty();
    }

    private static List<String> failed(Class<?> contract) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
        assertThat(tests.started().count()).as("tests of the contract").isGreaterThanOrEqualTo(2);
        return tests.failed().stream()
                .map(Event::getTestDescriptor)
                .map(descriptor -> descriptor.getDisplayName().replaceAll("\\(.*", ""))
                .toList();
    }
}
