package io.tickmark.identity;

import java.util.List;

/** One client with its people. */
record ClientView(String id, String name, List<PersonView> people) {

    static ClientView of(Client client, List<Person> people) {
        return new ClientView(
                client.id().toString(),
                client.name(),
                people.stream().map(PersonView::of).toList());
    }
}
