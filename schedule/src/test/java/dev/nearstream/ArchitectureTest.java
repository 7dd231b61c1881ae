package dev.nearstream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's rules, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "dev.nearstream", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] RECIPES = {
        "dev.nearstream.recipe..",
        "dev.nearstream.patch..",
        "dev.nearstream.yaml..",
        "dev.nearstream.task..",
        "dev.nearstream.owner.."
    };
    private static final String[] TRACKER = {
        "dev.nearstream.http..",
        "dev.nearstream.upstream..",
        "dev.nearstream.archive..",
        "dev.nearstream.bump..",
        "dev.nearstream.decision..",
        "dev.nearstream.delta..",
        "dev.nearstream.history..",
        "dev.nearstream.release..",
        "dev.nearstream.score..",
        "dev.nearstream.store..",
        "dev.nearstream.tracker..",
        "dev.nearstream.trend.."
    };
    private static final String[] REPORTS = {"dev.nearstream.report..", "dev.nearstream.pull..", "dev.nearstream.mail.."
    };
    private static final String[] SCHEDULE = {
        "dev.nearstream.schedule..", "dev.nearstream.metrics..", "dev.nearstream.cli.."
    };

    @ArchTest
    static final ArchRule recipesKnowNobody = noClasses()
            .that()
            .resideInAnyPackage(RECIPES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(join(TRACKER, REPORTS, SCHEDULE));

    @ArchTest
    static final ArchRule trackerKnowsRecipesAlone = noClasses()
            .that()
            .resideInAnyPackage(TRACKER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(join(REPORTS, SCHEDULE));

    @ArchTest
    static final ArchRule reportsDoNotKnowTheSchedule = noClasses()
            .that()
            .resideInAnyPackage(REPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEDULE);

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("dev.nearstream.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule gitAndSqlStayInTheTracker = noClasses()
            .that()
            .resideOutsideOfPackages(TRACKER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jgit..", "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..");

    @ArchTest
    static final ArchRule quartzStaysInTheSchedule = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nearstream.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quartz..");

    @ArchTest
    static final ArchRule metricsAndTheirServerStayInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nearstream.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule mailStaysInItsPackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nearstream.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule nothingIsCalledUtil = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackageIsKnownHere =
            noClasses().should().resideOutsideOfPackages(join(RECIPES, TRACKER, REPORTS, SCHEDULE));

    @ArchTest
    static final ArchRule noJdkInternals = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("sun..", "jdk.internal..", "com.sun..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage(
                            "com.sun.net.httpserver"))); // jdk.httpserver's API

    private static String[] join(String[]... groups) {
        return java.util.Arrays.stream(groups).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }
}
