package ${package};

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The addresses of the service: {@code etc/${artifactId}.cfg}; these defaults hold where the file says nothing. */
@ObjectClassDefinition(name = "${artifactId}", description = "Addresses of the service")
@interface Settings {
    /** Where the tile leads. */
    @AttributeDefinition(name = "Launch address", description = "Where the tile leads")
    String launch_url() default "https://service.example/cas/login";

    /** Where tickets may go. */
    @AttributeDefinition(name = "Service addresses", description = "Where tickets may go: addresses, or https://host/path/*, with commas between")
    String service_urls() default "https://service.example/*";

    /** Where the service is told of a sign-out. */
    @AttributeDefinition(name = "Logout address", description = "Where the service is told of a sign-out; may be empty")
    String logout_url() default "";

    /** Who gets it. */
    @AttributeDefinition(name = "Structures", description = "UAI or codes of the structures that get it, with commas between; * for all")
    String structures() default "*";
}
