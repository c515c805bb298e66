package io.tickmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** What holds for every class, each with its reason and with a class of the package {@code broken} that breaks it. */
enum ArchitectureRule {
    THE_ENGINE_STAYS_BEHIND_ITS_DOOR(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..tickmark.workflow..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.camunda.bpm..", "org.camunda.commons..", "org.operaton..")
                    .because("7.24 is the engine's last community version: a fork must stay a change of one module."
                            + " FEEL is a library of its own, the same in the forks"),
            "LetterHelper"),

    STORES_AND_PARSERS_STAY_BEHIND_THEIR_PORTS(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..tickmark.storage..", "..tickmark.extraction..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.minio..", "org.apache.tika..")
                    .because("bytes of clients are read in one place, which can be moved to another process or store"),
            "LetterHelper"),

    NEW_ROWS_ARE_TOLD_BY_THEIR_VERSION(
            noFields()
                    .that()
                    .areAnnotatedWith("jakarta.persistence.Version")
                    .should()
                    .haveRawType(int.class)
                    .because("a row whose version is never null is looked for before it is inserted, and copied"),
            "LetterHelper"),

    CONTROLLERS_ARE_HIDDEN(
            classes()
                    .that()
                    .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                    .or()
                    .areAnnotatedWith("org.springframework.stereotype.Controller")
                    .should()
                    .bePackagePrivate()
                    .because("a controller is called over HTTP and by nobody else"),
            "LetterResource"),

    NOTHING_IS_INJECTED_INTO_FIELDS(
            noFields()
                    .should()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .orShould()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                    .orShould()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .orShould()
                    .beAnnotatedWith("jakarta.annotation.Resource")
                    .orShould()
                    .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                    .because("a class says in its constructor what it needs, and can be made in a test without Spring"),
            "LetterHelper.clock"),

    TIME_COMES_FROM_THE_CLOCK(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..tickmark.kernel..", "..tickmark.demo..", "..tickmark.storage..")
                    // an upload that is under way must not look abandoned when a demo's clock moves
                    .and()
                    .doNotHaveFullyQualifiedName("io.tickmark.evidence.Intents")
                    // nor does a lease on a document that is being read end with it
                    .and()
                    .doNotHaveFullyQualifiedName("io.tickmark.evidence.ReadingQueue")
                    // nor is a transaction over when it moves, in which a change was noted
                    .and()
                    .doNotHaveFullyQualifiedName("io.tickmark.evidence.EvidenceChanges")
                    // a token ends when its days are over, however a demo's clock stands
                    .and()
                    .doNotHaveFullyQualifiedName("io.tickmark.identity.CollectorTokens")
                    // leases of jobs are kept in real time
                    .and()
                    .doNotHaveFullyQualifiedName("io.tickmark.SharedTime")
                    .should()
                    .callMethodWhere(asksTheMachineForTheTime())
                    .orShould()
                    .callConstructor(java.util.Date.class)
                    .because(
                            "a demo moves through a year, and tests through many; the kernel's clock is the one they move,"
                                    + " and the store ages uploads in real time on purpose"),
            "LetterHelper.today"),

    NAMES_SAY_WHAT_A_CLASS_IS(
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO)")
                    .because("such a name says that nobody knew what the class answers for; take the auditor's word"),
            "LetterHelper"),

    PACKAGES_ARE_MODULES(
            noClasses()
                    .should()
                    .resideInAnyPackage("..impl..", "..dto..", "..util..", "..utils..", "..common..", "..helper..")
                    .because("a module is one flat package, which hides what others need not see"),
            "broken.tickmark.scoping.util"),

    THE_KERNEL_KNOWS_NO_FRAMEWORK(
            noClasses()
                    .that()
                    .resideInAPackage("..tickmark.kernel..")
                    // says in an annotation that the kernel is a module
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..", "tools.jackson..")
                    .because("everything rests on it, the offline verifier too, which starts no application"),
            "SpringInKernel");

    @SuppressWarnings("ImmutableEnumChecker")
    private final ArchRule rule;

    private final String brokenBy;

    ArchitectureRule(ArchRule rule, String brokenBy) {
        this.rule = rule;
        this.brokenBy = brokenBy;
    }

    /** The methods that answer the time without being given a clock; durations by {@code nanoTime} are no such time. */
    private static DescribedPredicate<JavaMethodCall> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("ask the machine for the time", call -> {
            var owner = call.getTargetOwner();
            String name = call.getName();
            boolean noClockGiven = call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
            return owner.getPackageName().equals("java.time") && name.equals("now") && noClockGiven
                    || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                    || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        });
    }

    ArchRule rule() {
        return rule;
    }

    String brokenBy() {
        return brokenBy;
    }
}
