package io.tickmark.modelcheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** The files of a set that could be read, by what they are. What could not be read has a finding. */
record ModelSet(List<Model> processes, List<Model> decisions, List<Form> forms) {

    private static final Pattern NAME = Pattern.compile("(processes/[\\w-]+\\.(bpmn|dmn)|forms/[\\w-]+\\.form)");

    /** A process or decision file and what there is to say about it; {@code key} is the file's name without its ending. */
    record Model(String key, Element root, Notes notes) {}

    record Form(String key, JsonNode json, Notes notes) {}

    static ModelSet read(Map<String, byte[]> files, Origin origin, Collection<ModelFinding> findings) {
        var set = new ModelSet(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long size = files.values().stream().mapToLong(bytes -> bytes.length).sum();
        if (size > Limits.SET_BYTES || files.size() > Limits.FILES) {
            String largest = files.entrySet().stream()
                    .max(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.length, other.length)))
                    .map(Map.Entry::getKey)
                    .orElse("");
            new Notes(largest, origin, findings)
                    .error(
                            null,
                            "The set is larger than 50 MB or " + Limits.FILES + " files, so nothing of it was read.");
            return set;
        }
        new TreeMap<>(files).forEach((name, bytes) -> set.add(name, bytes, new Notes(name, origin, findings)));
        return set;
    }

    private void add(String name, byte[] bytes, Notes notes) {
        if (!NAME.matcher(name).matches()) {
            notes.error(
                    null,
                    "A set holds processes/….bpmn, processes/….dmn and forms/….form, named with letters,"
                            + " digits, hyphens and underscores; this file is none of them.");
            return;
        }
        if (bytes.length > Limits.FILE_BYTES) {
            notes.error(null, "The file is larger than 10 MB, so it was not read.");
            return;
        }
        String key = name.substring(name.indexOf('/') + 1, name.lastIndexOf('.'));
        try {
            if (name.endsWith(".form")) {
                forms.add(new Form(key, JsonReading.read(bytes), notes));
            } else {
                Element root = XmlReading.root(XmlReading.read(bytes));
                (name.endsWith(".bpmn") ? processes : decisions).add(new Model(key, root, notes));
            }
        } catch (ModelUnreadable unreadable) {
            notes.error(null, unreadable.sentence());
        }
    }
}
