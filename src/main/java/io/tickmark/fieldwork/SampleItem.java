package io.tickmark.fieldwork;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A selected item as forms show it: its number in the sample, and which record of the population it is. */
record SampleItem(int number, String item) {

    static List<SampleItem> of(List<SampleFacts> samples) {
        List<SampleItem> items = new ArrayList<>();
        for (SampleFacts sample : samples) {
            for (int record : sample.items()) {
                items.add(new SampleItem(items.size() + 1, sample.label(record)));
            }
        }
        return items;
    }

    /** One per line, as an evidence request asks for them. */
    static String lines(List<SampleFacts> samples) {
        return of(samples).stream().map(SampleItem::item).collect(Collectors.joining("\n"));
    }
}
