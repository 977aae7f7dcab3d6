package org.preau.core.admin.view;

/**
 * An application or connector that can be switched.
 *
 * @param item its name among the toggles: {@code app:news}
 * @param name its name
 * @param detail one sentence about it; may be empty
 * @param icon name of an icon
 */
record Offer(String item, String name, String detail, String icon) {}
