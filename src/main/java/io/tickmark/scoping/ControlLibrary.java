package io.tickmark.scoping;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import io.tickmark.sheets.ImportAnswer;
import io.tickmark.trail.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clients' controls. Which client a person may ask for is checked before. */
@Service
@Transactional
public class ControlLibrary {

    private final ControlRepository controls;
    private final ControlList list;
    private final Trail trail;

    ControlLibrary(ControlRepository controls, ControlList list, Trail trail) {
        this.controls = controls;
        this.list = list;
        this.trail = trail;
    }

    /**
     * Takes over a control list, CSV or XLSX, in the columns of the import call; what the list does not name stays as it is. Throws
     * {@link Refused} with all bad lines, and takes over nothing then.
     *
     * @param by who imports, already known to be allowed to
     */
    public void take(Actor by, ClientId client, byte[] file) {
        take(by, client, file, false);
    }

    /** With {@code dryRun} bad lines are part of the answer, and nothing is changed. */
    ImportAnswer take(Actor by, ClientId client, byte[] file, boolean dryRun) {
        List<ReadLine> lines = list.read(file);
        List<Refusal> refusals =
                lines.stream().flatMap(line -> line.refusals().stream()).toList();
        if (!refusals.isEmpty() && !dryRun) {
            throw new Refused(refusals);
        }
        List<ImportAnswer.Line> outcomes = new Taking(client, dryRun).all(lines);
        ImportAnswer answer = ImportAnswer.of(dryRun, outcomes);
        if (!dryRun) {
            trail.recordFirm(
                    "controls-imported",
                    by,
                    Map.of(
                            "client",
                            client.toString(),
                            "created",
                            answer.created(),
                            "updated",
                            answer.updated(),
                            "unchanged",
                            answer.unchanged()));
        }
        return answer;
    }

    /** One import under way. */
    private final class Taking {

        private final ClientId client;
        private final boolean dryRun;
        private final Map<String, Control> known = new HashMap<>();
        private int position;

        Taking(ClientId client, boolean dryRun) {
            this.client = client;
            this.dryRun = dryRun;
            for (Control control : controls.findByClientIdOrderByPosition(client.value())) {
                known.put(control.reference().toUpperCase(Locale.ROOT), control);
                position = control.position() + 1;
            }
        }

        List<ImportAnswer.Line> all(List<ReadLine> lines) {
            List<ImportAnswer.Line> outcomes = new ArrayList<>();
            for (ReadLine line : lines) {
                ControlLine control = line.control();
                outcomes.add(
                        control == null
                                ? ImportAnswer.Line.refused(line.number(), line.id(), line.refusals())
                                : ImportAnswer.Line.good(line.number(), line.id(), outcome(control)));
            }
            return outcomes;
        }

        private String outcome(ControlLine line) {
            Control control = known.get(line.reference().toUpperCase(Locale.ROOT));
            if (control == null) {
                if (!dryRun) {
                    controls.save(new Control(client, position++, line));
                }
                return ImportAnswer.CREATED;
            }
            if (control.says(line)) {
                return ImportAnswer.UNCHANGED;
            }
            if (!dryRun) {
                control.update(line);
            }
            return ImportAnswer.UPDATED;
        }
    }
}
