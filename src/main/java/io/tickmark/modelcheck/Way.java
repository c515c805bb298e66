package io.tickmark.modelcheck;

import java.util.List;
import org.w3c.dom.Element;

/**
 * A sequence flow as drawn.
 *
 * @param told what a token knows that took it; nothing where the engine does not ask conditions at the source
 */
record Way(Element xml, String id, String from, String to, List<Told> told) {}
