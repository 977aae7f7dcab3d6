package ${package};

import java.time.Instant;
import java.util.UUID;

/**
 * A note on the board.
 *
 * @param id identifier
 * @param text what it says
 * @param author name of who wrote it
 * @param at when
 */
public record Note(UUID id, String text, String author, Instant at) {}
