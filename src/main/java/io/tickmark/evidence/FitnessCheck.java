package io.tickmark.evidence;

import java.util.List;

/**
 * One question about a document that an auditor would ask later, asked while its giver is still there. It is asked when
 * the document comes in and again when it was read; what it finds never stops anything.
 */
interface FitnessCheck {

    List<Finding> look(Examined examined);
}
