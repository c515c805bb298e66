package io.tickmark.modelcheck;

import static io.tickmark.modelcheck.AuditModels.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A process that holds interlocks is entered from the process they belong to, and in no other way. */
final class CalledProcesses {

    private CalledProcesses() {}

    static List<ModelFinding> findings(AuditModels set, Map<String, InterlockMark> marks) {
        List<ModelFinding> findings = new ArrayList<>();
        homes(set, marks).forEach((process, homes) -> {
            Set<String> callers = new TreeSet<>();
            for (String home : homes) {
                callers.addAll(set.tree(home));
            }
            set.parts()
                    .filter(part -> part.kind().equals("callActivity"))
                    .filter(part -> process.equals(part.xml().getAttribute("calledElement")))
                    .filter(part -> !callers.contains(part.process()) || part.called() == null)
                    .forEach(part -> findings.add(error(
                            part,
                            "The process " + process + " holds interlocks of " + String.join(" and ", homes)
                                    + " and can only be called from there, with the binding 'deployment'")));
            set.parts()
                    .filter(part -> part.process().equals(process) && startsByItself(set, part))
                    .forEach(part -> findings.add(error(
                            part,
                            "The process " + process + " is called and must not start by itself: what its caller"
                                    + " makes sure of would be left out")));
        });
        return findings;
    }

    /** Each process that others call and that holds interlocks, with the processes that these belong to. */
    private static Map<String, Set<String>> homes(AuditModels set, Map<String, InterlockMark> marks) {
        Map<String, Set<String>> homes = new TreeMap<>();
        set.parts().forEach(part -> {
            InterlockMark mark = part.word() == null ? null : marks.get(part.word());
            if (mark != null && !mark.process().equals(part.process())) {
                homes.computeIfAbsent(part.process(), process -> new TreeSet<>())
                        .add(mark.process());
            }
        });
        for (InterlockMark mark : marks.values()) {
            if (mark.isCall()) {
                homes.computeIfAbsent(mark.act(), process -> new TreeSet<>()).add(mark.process());
            }
        }
        return homes;
    }

    private static boolean startsByItself(AuditModels set, Part part) {
        Drawing drawing = set.drawings.get(part.process());
        return part.kind().equals("startEvent")
                && !part.isPlainStart()
                && drawing != null
                && part.container() == drawing.xml;
    }
}
