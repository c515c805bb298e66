package io.tickmark.modelcheck;

/** Whose models they are: naming style is an error in the product's own and a warning in an owner's. */
public enum Origin {
    PRODUCT,
    OWNER
}
