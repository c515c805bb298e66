package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the application to {@link ArchitectureRule}s, and shows for each a class that breaks it: those stand in the
 * package {@code broken}, where no context of Spring looks.
 */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tickmark");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken.tickmark");

    @ParameterizedTest
    @EnumSource
    void theApplicationKeepsTheRule(ArchitectureRule rule) {
        rule.rule().check(OURS);
    }

    @ParameterizedTest
    @EnumSource
    void aClassThatBreaksTheRuleIsFound(ArchitectureRule rule) {
        String report = String.join(
                "\n", rule.rule().evaluate(BROKEN).getFailureReport().getDetails());
        assertThat(report).contains(rule.brokenBy());
    }
}
