package org.preau.core.pages;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code org.preau.core.pages.cfg}: the academy's charter. */
@ObjectClassDefinition(name = "Charter", description = "How the academy that runs the portal looks")
@interface CharterConfig {
    /** {@code name}: what people call the portal. */
    @AttributeDefinition(name = "Name")
    String name() default "Espace numérique";

    /** {@code accent}: {@code #rrggbb}. */
    @AttributeDefinition(name = "Accent colour")
    String accent() default "#1d4f91";

    /** {@code logo.file}: an SVG, PNG, WebP or JPEG file, relative to the folder {@code etc}; empty for none. */
    @AttributeDefinition(name = "Logo file")
    String logo_file() default "";

    /** {@code logo.url}: a path of the portal or an https address, in place of a file; empty for none. */
    @AttributeDefinition(name = "Logo address")
    String logo_url() default "";

    /** {@code theme}: id of a theme that a bundle brings; empty for none. Its colours come after the accent's. */
    @AttributeDefinition(name = "Theme")
    String theme() default "";
}
