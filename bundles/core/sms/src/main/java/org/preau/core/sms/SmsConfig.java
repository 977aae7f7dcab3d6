package org.preau.core.sms;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The provider of short messages, in {@code org.preau.core.sms.cfg}; without the file there is none. Headers of the request are further keys, {@code header.<Name>}, or {@code .header.<Name>} where the value is
 * secret (best as {@code $[env:…]}): a key that begins with a dot is shown nowhere.
 */
@ObjectClassDefinition(name = "Short messages", description = "The provider of short messages, by its HTTP interface")
@interface SmsConfig {
    /** Key {@code url}: where messages are posted; https, or http on a loopback host. */
    @AttributeDefinition(name = "URL", description = "Where messages are posted")
    String url() default "";

    /** Key {@code content.type}: {@code application/json} or {@code application/x-www-form-urlencoded}; decides how values are escaped. */
    @AttributeDefinition(name = "Content type")
    String content_type() default "application/json";

    /** Key {@code body}: what is posted; {@code {to}} stands for the number ({@code +33612345678}), {@code {digits}} for the same without the plus, {@code {from}} and {@code {text}} for sender and message. */
    @AttributeDefinition(name = "Body", description = "What is posted, with {to}, {digits}, {from} and {text}")
    String body() default "{\"to\":\"{to}\",\"from\":\"{from}\",\"text\":\"{text}\"}";

    /** Key {@code from}: sender as the provider knows it: a name or a number. */
    @AttributeDefinition(name = "Sender")
    String from() default "";

    /** Key {@code accepted}: what an answer must contain to count as taken, for providers that answer 200 to everything; empty when the status tells. */
    @AttributeDefinition(name = "Accepted", description = "What an answer must contain; empty when its status tells")
    String accepted() default "";

    /** Key {@code countries}: beginnings of the numbers that may be written to, comma list: France and its territories by default. Dearer numbers are how a gateway is robbed. */
    @AttributeDefinition(name = "Countries", description = "Beginnings of the numbers that may be written to")
    String countries() default "+33, +262, +508, +590, +594, +596, +687, +689";

    /** Key {@code day.most}: messages that one node sends in a day. */
    @AttributeDefinition(name = "Messages a day", min = "1")
    int day_most() default 2000;
}
