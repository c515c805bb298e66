package io.tickmark.identity;

import java.util.Set;

/** Functions that the firm added to the product's own; they give no right, and say what a person is there for. */
public interface AddedFunctions {

    /** @param firm whether for the firm's people, or else for those of its clients */
    Set<String> functions(boolean firm);
}
