package io.tickmark;

import java.sql.SQLException;

/**
 * A mark that stands from before the first table of a database is made to after the last, for tables that are being
 * made outlive a kill without the record that they were. While it stands, nobody can have entered anything: who finds
 * it makes the database anew.
 */
interface FirstStart extends AutoCloseable {

    /** All tables are there: takes the mark away, if this start set one. */
    void done() throws SQLException;

    /** Lets other nodes go on; a mark that still stands stays. */
    @Override
    void close() throws SQLException;
}
