package io.tickmark.workflow;

import java.util.Set;

/** The roles that a task of a model may be given to; asked at each check, so that a role added today counts today. */
public interface KnownRoles {

    Set<String> roles();
}
