package io.tickmark.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** The engine's reasons against a migration, in sentences for a process owner. */
final class Obstacles {

    private static final String NOWHERE_TO_GO = "no migration instruction";

    private Obstacles() {}

    static List<Obstacle> of(String process, String instance, MigrationPlanValidationException impossible) {
        List<Obstacle> obstacles = new ArrayList<>();
        impossible.getValidationReport().getInstructionReports().forEach(report -> {
            String element = report.getMigrationInstruction().getSourceActivityId();
            report.getFailures().forEach(why -> obstacles.add(new Obstacle(process, instance, element, sentence(why))));
        });
        return obstacles;
    }

    static List<Obstacle> of(String process, String instance, MigratingProcessInstanceValidationException stuck) {
        List<Obstacle> obstacles = new ArrayList<>();
        var found = stuck.getValidationReport();
        found.getFailures().forEach(why -> obstacles.add(new Obstacle(process, instance, null, sentence(why))));
        found.getActivityInstanceReports().forEach(report -> report.getFailures()
                .forEach(why ->
                        obstacles.add(new Obstacle(process, instance, report.getSourceScopeId(), sentence(why)))));
        found.getTransitionInstanceReports().forEach(report -> report.getFailures()
                .forEach(why ->
                        obstacles.add(new Obstacle(process, instance, report.getSourceScopeId(), sentence(why)))));
        return obstacles;
    }

    private static String sentence(String why) {
        return why.contains(NOWHERE_TO_GO)
                ? "The work stands at an element that the new version does not have: say which element it goes to,"
                        + " or wait until it is done."
                : why;
    }
}
