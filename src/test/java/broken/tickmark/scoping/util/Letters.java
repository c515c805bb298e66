package broken.tickmark.scoping.util;

/** A class that nobody finds by its module. */
final class Letters {

    private Letters() {}
}
