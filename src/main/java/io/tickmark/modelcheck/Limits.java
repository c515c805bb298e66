package io.tickmark.modelcheck;

/** How large models may be. The largest of ours has 800 elements in 120 kB. */
final class Limits {

    static final int FILE_BYTES = 10 << 20;
    static final int SET_BYTES = 50 << 20;
    static final int FILES = 1_000;
    static final int ELEMENTS = 5_000;
    static final int DEPTH = 40;
    static final int VALUE_LENGTH = 20_000;

    private Limits() {}
}
