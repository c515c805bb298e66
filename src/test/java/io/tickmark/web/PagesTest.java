package io.tickmark.web;

import java.util.regex.Pattern;

class PagesTest {

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/(?:ui|vendor)/[^\"]+)\"");
}
