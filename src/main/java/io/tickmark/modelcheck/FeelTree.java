package io.tickmark.modelcheck;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * An expression as the FEEL engine reads it. What is not listed here is refused, so nothing is allowed by having been
 * forgotten: neither a kind of expression nor a function that a later version brings.
 */
final class FeelTree {

    static final Set<String> FUNCTIONS = Set.of(
            ("abs,all,any,append,ceiling,concatenate,contains,count,date,date and time,day of week,day of year,decimal,"
                            + "distinct values,duration,ends with,even,flatten,floor,get or else,get value,index of,insert before,is blank,"
                            + "is defined,is empty,last day of month,list contains,lower case,max,mean,median,min,modulo,month of year,"
                            + "not,now,number,odd,remove,reverse,round down,round half down,round half up,round up,starts with,string,"
                            + "string join,string length,sublist,substring,substring after,substring before,sum,time,today,trim,union,"
                            + "upper case,week of year,years and months duration")
                    .split(","));

    private static final String READ_AS = "org.camunda.feel.syntaxtree.";
    private static final Set<String> KINDS = Set.of(
            ("Addition,ArithmeticNegation,AtLeastOne,ClosedConstRangeBoundary,ClosedRangeBoundary,Conjunction,ConstBool,"
                            + "ConstContext,ConstDate,ConstDateTime,ConstDayTimeDuration,ConstInputValue,ConstList,ConstLocalDateTime,"
                            + "ConstLocalTime,ConstNull,ConstNumber,ConstRange,ConstString,ConstTime,ConstYearMonthDuration,Disjunction,"
                            + "Division,Equal,EveryItem,Filter,FunctionInvocation,GreaterOrEqual,GreaterThan,If,In,InputEqualTo,"
                            + "InputGreaterOrEqual,InputGreaterThan,InputInRange,InputLessOrEqual,InputLessThan,InstanceOf,LessOrEqual,"
                            + "LessThan,Multiplication,NamedFunctionParameters,Not,OpenConstRangeBoundary,OpenRangeBoundary,"
                            + "PathExpression,PositionalFunctionParameters,Ref,SomeItem,Subtraction,UnaryTestExpression,ZonedTime")
                    .split(","));

    private static final int MOST_ROUNDS = 2;

    private final Deque<Place> open = new ArrayDeque<>();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Integer> reads = new HashMap<>();
    private final Set<String> bound = new HashSet<>(Set.of("item"));
    private @Nullable String refusal;

    /**
     * @param rounds how many lists are gone through inside each other
     * @param earlier the entries of a context that were written before it
     * @param ofItems whether a name may as well be a property of a list's item
     */
    private record Place(Object node, int rounds, Set<String> earlier, boolean ofItems) {

        Place at(Object inner) {
            return new Place(inner, rounds, earlier, ofItems);
        }
    }

    FeelTree(ParsedExpression parsed) {
        open.push(new Place(parsed.expression(), 0, Set.of(), false));
        while (!open.isEmpty() && refusal == null) {
            look(open.pop());
        }
    }

    /** Why it is not allowed; null where it is. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** The variables that it reads for sure: not what may as well be a property of a list's item. */
    Set<String> names() {
        Set<String> free = new TreeSet<>(names);
        free.removeAll(bound);
        return free;
    }

    /** How often each name is read, names of a list's items among them. */
    Map<String, Integer> reads() {
        return reads;
    }

    private void look(Place place) {
        Object node = place.node();
        if (node instanceof Iterable<?> several) {
            all(several).forEach(one -> open.push(place.at(one)));
        } else if (node instanceof Product product) {
            String kind = product.productPrefix();
            if (node.getClass().getName().startsWith(READ_AS) && !KINDS.contains(kind)) {
                refusal = refusalOf(kind);
                return;
            }
            switch (kind) {
                case "Ref" ->
                    name(place, String.valueOf(all(product.productElement(0)).get(0)));
                case "FunctionInvocation" -> call(place, product);
                case "ConstContext" -> context(place, product);
                case "SomeItem", "EveryItem" -> tests(place, product);
                case "Filter" -> {
                    open.push(place.at(product.productElement(0)));
                    round(place, 1, product.productElement(1), true);
                }
                default -> {
                    for (int i = 0; i < product.productArity(); i++) {
                        open.push(place.at(product.productElement(i)));
                    }
                }
            }
        }
    }

    private static String refusalOf(String kind) {
        return switch (kind) {
            case "FunctionDefinition", "JavaFunctionInvocation" -> Feel.DEFINES;
            case "For", "IterationContext" -> Feel.LOOPS;
            case "Exponentiation" -> Feel.LARGE_NUMBERS;
            case "QualifiedFunctionInvocation" ->
                "The expression calls a function of something else. Use the functions that FEEL has.";
            default -> "The expression is of a kind (" + kind + ") that decisions and forms do without.";
        };
    }

    private void name(Place place, String name) {
        if (place.earlier().contains(name)) {
            refusal = "The entry of a context builds on the entry " + name
                    + " before it, and could grow without end. Write the value itself.";
        }
        reads.merge(name, 1, Integer::sum);
        if (!place.ofItems()) {
            names.add(name);
        }
    }

    private void call(Place place, Product call) {
        String function = String.valueOf(call.productElement(0));
        if (!FUNCTIONS.contains(function)) {
            refusal = "The expression calls " + function + ", which is none of the functions that models may use: "
                    + String.join(", ", new TreeSet<>(FUNCTIONS)) + ".";
        }
        open.push(place.at(call.productElement(1)));
    }

    private void context(Place place, Product context) {
        Set<String> earlier = new HashSet<>(place.earlier());
        for (Object entry : all(context.productElement(0))) {
            if (entry instanceof Product pair) {
                open.push(new Place(pair.productElement(1), place.rounds(), Set.copyOf(earlier), place.ofItems()));
                earlier.add(String.valueOf(pair.productElement(0)));
            }
        }
    }

    private void tests(Place place, Product test) {
        List<Object> lists = all(test.productElement(0));
        for (Object list : lists) {
            if (list instanceof Product pair) {
                bound.add(String.valueOf(pair.productElement(0)));
                open.push(place.at(pair.productElement(1)));
            }
        }
        round(place, lists.size(), test.productElement(1), place.ofItems());
    }

    private void round(Place place, int more, Object test, boolean ofItems) {
        int rounds = place.rounds() + more;
        if (rounds > MOST_ROUNDS) {
            refusal =
                    "The expression goes through lists inside lists inside lists, which may take for ever. Use at most "
                            + MOST_ROUNDS + " of some, every and filters inside each other.";
        }
        open.push(new Place(test, rounds, place.earlier(), ofItems));
    }

    private static List<Object> all(Object several) {
        List<Object> all = new ArrayList<>();
        if (several instanceof Iterable<?> iterable) {
            var each = iterable.iterator();
            while (each.hasNext()) {
                all.add(each.next());
            }
        }
        return all;
    }
}
