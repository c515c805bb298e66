package io.tickmark.reporting;

import io.tickmark.engagement.ReportPlan;
import java.time.LocalDate;

/** What one text of a report is to say, and the name of the file that says it. */
record ReportText(ReportPlan plan, String name, ReportContent content) {

    static ReportText draft(ReportPlan plan, int number, ReportContent content) {
        return new ReportText(plan, title(plan) + ", draft " + number + ".pdf", content);
    }

    static ReportText issue(ReportPlan plan, ReportContent content) {
        return new ReportText(plan, title(plan) + ".pdf", content);
    }

    static ReportText revision(ReportPlan plan, LocalDate on, ReportContent content) {
        return new ReportText(plan, title(plan) + ", revised " + on + ".pdf", content);
    }

    private static String title(ReportPlan plan) {
        return plan.name() + " report " + plan.end();
    }
}
