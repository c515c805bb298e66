package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tickmark.TickmarkTest;
import io.tickmark.modelcheck.OurWords;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Holds the words that models may use to what the running application has. */
@TickmarkTest
class ModelGateTest {

    @Autowired
    private ModelGate gate;

    @Test
    void theTestsKnowTheWordsOfTheApplication() {
        assertThat(gate.vocabulary().steps()).isEqualTo(OurWords.VOCABULARY.steps());
        assertThat(gate.vocabulary().variables()).isEqualTo(OurWords.VOCABULARY.variables());
        assertThat(gate.vocabulary().sources()).isEqualTo(OurWords.VOCABULARY.sources());
        assertThat(gate.vocabulary().roles()).containsAll(OurWords.VOCABULARY.roles());
    }

    /** Two are set when the life cycle starts, and are then answers of people: forms and mappings declare them. */
    @Test
    void everyVariableThatCodeNamesIsToldToTheCheck() throws ReflectiveOperationException {
        Set<String> named = new HashSet<>(Set.of("engagementId"));
        for (var type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.tickmark")) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Variable.class)
                        && field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)) {
                    Field constant = field.reflect();
                    constant.setAccessible(true);
                    named.add(((Variable<?>) constant.get(null)).name());
                }
            }
        }
        named.removeAll(Set.of("furtherWork", "qualityReviewNeeded"));
        assertThat(gate.vocabulary().variables()).isEqualTo(named);
    }

    @Test
    void behindAFlagThatTwoStepsSetStandsOnlyWhatBothSetWithIt() {
        Variable<Boolean> shared = Variable.flag("shared");
        Variable<Boolean> own = Variable.flag("own");
        Variable<String> both = Variable.text("both");
        Variable<String> one = Variable.text("one");
        Step first = setting(Set.of(shared, own), Map.of(shared, Set.of(both, one), own, Set.of(one)));
        Step second = setting(Set.of(shared), Map.of(shared, Set.of(both)));
        Step silent = setting(Set.of(shared), Map.of());

        assertThat(ModelGate.flags(List.of(first, second)))
                .isEqualTo(Map.of("shared", Set.of("both"), "own", Set.of("one")));
        assertThat(ModelGate.flags(List.of(second, first)))
                .isEqualTo(Map.of("shared", Set.of("both"), "own", Set.of("one")));
        assertThat(ModelGate.flags(List.of(first, silent)))
                .as("one of them promises nothing")
                .isEqualTo(Map.of("own", Set.of("one")));
        assertThat(ModelGate.flags(List.of(silent, first)))
                .as("whichever is looked at first")
                .isEqualTo(Map.of("own", Set.of("one")));
    }

    private static Step setting(Set<Variable<?>> sets, Map<Variable<Boolean>, Set<Variable<?>>> setsWhen) {
        return new Step() {
            @Override
            public Set<Variable<?>> sets() {
                return sets;
            }

            @Override
            public Map<Variable<Boolean>, Set<Variable<?>>> setsWhen() {
                return setsWhen;
            }

            @Override
            public void run(StepContext context) {
                throw new IllegalStateException("Nobody runs it");
            }
        };
    }
}
