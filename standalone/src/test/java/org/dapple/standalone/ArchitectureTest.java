package org.dapple.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know what (ARCHITECTURE.md), for every class of Dapple that is on this module's class path. */
class ArchitectureTest {

    private static final String TESTKIT = "org.dapple.testkit..";

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.dapple");
    }

    @Test
    void servletsAreKnownOnlyAtTheDoors() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "..web..", "org.dapple.dali.http..", "org.dapple.embedded.tomcat..", TESTKIT)))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.servlet.."))
                .because("what a service does has nothing to do with how it is asked")
                .check(withoutStandalonesMounting());
    }

    @Test
    void rowsAreReadAndStoredInFewPlaces() {
        noClasses()
                .that(not(
                        resideInAnyPackage("..db..", "org.dapple.dbinit..", "org.dapple.embedded.postgres..", TESTKIT)))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.hikari.."))
                .because("SQL that is everywhere is nowhere understood")
                .check(all);
    }

    @Test
    void theEnvironmentIsConfiguration() {
        noClasses()
                .that(not(
                        resideInAnyPackage("..config..", "org.dapple.standalone..", "org.dapple.embedded..", TESTKIT)))
                .should(callMethod(System.class, "getenv").or(callMethod(System.class, "getenv", String.class)))
                .check(all);
    }

    @Test
    void strangersServersAreCalledInOnePlace() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "org.dapple.tap.upload.fetch..",
                        "org.dapple.datalink.replica..",
                        "org.dapple.standalone.rucio..",
                        TESTKIT)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.hc.."))
                .because("what may be called is judged before it is, and judged there")
                .check(all);
    }

    @Test
    void theAdqlLibraryKnowsAntlrAndNothingElse() {
        classes()
                .that(resideInAPackage("org.dapple.adql.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("org.dapple.adql..", "java..", "org.antlr.."))
                .check(all);
    }

    @Test
    void theSyntaxTreeKnowsNothingOfOurs() {
        classes()
                .that(resideInAPackage("org.dapple.adql.ast.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("org.dapple.adql.ast..", "java.."))
                .check(all);
    }

    @Test
    void translationNeverLooksBackAtTheParser() {
        noClasses()
                .that(resideInAPackage("org.dapple.adql.sql.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.dapple.adql.parse.."))
                .check(all);
    }

    @Test
    void modulesKnowOnlyWhatStandsBelowThem() {
        nothingOfOursIn("org.dapple.dali..").check(all);
        nothingOfOursIn("org.dapple.embedded..").check(all);
        nothingOfOursIn("org.dapple.dbinit..").check(all);
        nothingOfOursIn("org.dapple.tap..", "org.dapple.adql..", "org.dapple.dali..")
                .check(all);
        nothingOfOursIn("org.dapple.datalink..", "org.dapple.dali..").check(all);
        nothingOfOursIn(TESTKIT, "org.dapple.embedded..").check(all);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.dapple.(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void onlyWiringConstructsServices() {
        noClasses()
                .that(not(simpleName("Wiring")))
                .should()
                .callConstructorWhere(target(owner(resideInAnyPackage("org.dapple.tap..", "org.dapple.datalink..")
                        .and(simpleNameEndingWith("Service")))))
                .check(all);
    }

    @Test
    void noStaticHoldsState() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(assignableTo("org.antlr.v4.runtime.Recognizer")))
                .should()
                .beFinal()
                .because("state belongs to an object that somebody constructed")
                .check(all);
    }

    /** Standalone names the type of a web application once, to mount it. */
    private static JavaClasses withoutStandalonesMounting() {
        return all.that(not(resideInAPackage("org.dapple.standalone.server..")));
    }

    private static ArchRule nothingOfOursIn(String module, String... butThese) {
        var allowed = new ArrayList<>(List.of(butThese));
        allowed.add(module);
        return noClasses()
                .that(resideInAPackage(module))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.dapple..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))));
    }
}
