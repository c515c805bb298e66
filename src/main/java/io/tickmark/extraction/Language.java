package io.tickmark.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses the language of a text from the small words that every sentence has. */
final class Language {

    private static final int LOOKED_AT = 20_000;
    private static final int FEWEST = 5;

    private static final Map<String, Set<String>> WORDS = Map.of(
            "en", words("the and of to in is that for are was with not this have from by be or"),
            "de", words("der die das und ist nicht von mit den zu auf für ein eine werden wird sind auch im des"),
            "fr", words("le la les et des est une dans pour que qui sur pas avec sont par plus du au aux"),
            "es", words("el los las una que para con por del como más pero sus este esta son está y se es"),
            "it", words("il lo gli che di una per con non sono della nel alla anche questo dei le più è si"),
            "nl", words("de het een van en niet zijn voor met dat op aan door wordt ook naar deze bij uit er"),
            "pt", words("o os as uma que para com não por mais dos da ao são foi pela como e é um"),
            "sv", words("och att det som en på är av för med till den inte om ett har de från vid kan"),
            "pl", words("i w na z do nie się jest że o jak przez od dla po są oraz lub ten co"));

    private Language() {}

    private static Set<String> words(String list) {
        return new HashSet<>(List.of(list.split(" ")));
    }

    /** ISO 639, or null where too few of its words are known, or two languages come equally close. */
    static @Nullable String of(String text) {
        Map<String, Integer> hits = new HashMap<>();
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
        for (String word : start.split("[^\\p{L}]+")) {
            WORDS.forEach((language, words) -> {
                if (words.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        List<Map.Entry<String, Integer>> best = hits.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(2)
                .toList();
        if (best.isEmpty() || best.get(0).getValue() < FEWEST) {
            return null;
        }
        return best.size() == 2 && best.get(1).getValue() * 3 > best.get(0).getValue() * 2
                ? null
                : best.get(0).getKey();
    }
}
