package org.preau.feeds.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.preau.api.directory.load.FeedRecord.Names;

/** Draws invented people: first and last names put together by chance, no pair twice. Deterministic for one seed. */
final class People {
    private final Random chance;
    private final WordList surnames = WordList.read("surnames");
    private final WordList girls = WordList.read("girls");
    private final WordList boys = WordList.read("boys");
    private final WordList women = WordList.read("women");
    private final WordList men = WordList.read("men");
    private final Set<String> taken = new HashSet<>();

    People(Random chance) {
        this.chance = chance;
    }

    String surname() {
        return surnames.pick(chance);
    }

    Names child(String surname) {
        WordList list = chance.nextBoolean() ? girls : boys;
        return drawn(list, surname, "");
    }

    Names adult(String surname, boolean woman) {
        return drawn(woman ? women : men, surname, woman ? "Mme" : "M.");
    }

    private Names drawn(WordList list, String surname, String title) {
        String family = surname;
        String first = list.pick(chance);
        for (int tries = 0; !taken.add(first + " " + family); tries++) {
            first = list.pick(chance);
            if (tries > 40) {
                family = surname + "-" + surnames.pick(chance);
            }
        }
        return new Names(family, first, List.of(), "", title);
    }
}
