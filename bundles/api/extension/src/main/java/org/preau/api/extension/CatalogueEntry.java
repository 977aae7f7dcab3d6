package org.preau.api.extension;

/**
 * An extension that the operator's catalogue ({@code etc/extensions.json}) offers.
 *
 * @param id symbolic name
 * @param version its version
 * @param name its name for people; the id where there is none
 * @param description one sentence; may be empty
 * @param place address (https) or file, relative to {@code DIR/etc}
 * @param sha256 hash that the jar must have, hexadecimal
 * @param signer name that the signer's certificate must have; empty when any trusted one will do
 * @since 1.0
 */
public record CatalogueEntry(
        String id, String version, String name, String description, String place, String sha256, String signer) {}
