package org.preau.signin.local.factor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of codes by mail, in {@code org.preau.signin.local.cfg}; none are mailed while {@code smtp.host} is empty. */
@ObjectClassDefinition(name = "Codes by mail", description = "How administrators get a code in their academic mailbox")
public @interface CodeMailConfig {
    /** Key {@code mail.from}: sender. */
    @AttributeDefinition(name = "Mail from")
    String mail_from() default "preau@localhost";

    /** Key {@code smtp.host}: mail server; empty for no codes by mail. */
    @AttributeDefinition(name = "SMTP host")
    String smtp_host() default "";

    /** Key {@code smtp.port}: its port. */
    @AttributeDefinition(name = "SMTP port", min = "1", max = "65535")
    int smtp_port() default 25;

    /** Key {@code smtp.security}: {@code none}, {@code starttls} (required) or {@code tls}. */
    @AttributeDefinition(name = "SMTP security")
    String smtp_security() default "none";

    /** Key {@code smtp.user}: account there; none when empty. */
    @AttributeDefinition(name = "SMTP user")
    String smtp_user() default "";

    /** Key {@code .smtp.password}: its password, best as {@code $[env:…]}; never shown. */
    @AttributeDefinition(name = "SMTP password")
    String _smtp_password() default "";
}
