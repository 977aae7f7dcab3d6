package org.preau.signin.local.factor;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.signin.local.LocalCounter;

/** Mails a code: nothing but the code and what it is for, in both languages; no name, no login. */
final class CodeMail {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);
    private static final String MILLIS = "20000";

    private final CodeMailConfig config;

    CodeMail(CodeMailConfig config) {
        this.config = config;
    }

    boolean possible() {
        return !config.smtp_host().isBlank();
    }

    /**
     * Sends the code.
     *
     * @throws PortalException {@code UNAVAILABLE} when the server does not take it
     */
    void send(String to, String code, Instant at) {
        send(to, "codeMailSubject", "codeMailBody", code, at);
    }

    /**
     * Sends a text in both languages.
     *
     * @throws PortalException {@code UNAVAILABLE} when the server does not take it
     */
    void send(String to, String subject, String body, String argument, Instant at) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            MimeMessage message = new MimeMessage(session());
            message.setFrom(new InternetAddress(config.mail_from().strip()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(TEXTS.text(Locale.FRENCH, subject), StandardCharsets.UTF_8.name());
            message.setText(
                    TEXTS.text(Locale.FRENCH, body, argument) + "\n\n--\n\n"
                            + TEXTS.text(Locale.ENGLISH, body, argument) + "\n",
                    StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new PortalException(
                    ErrorCode.UNAVAILABLE, "the mail server " + config.smtp_host() + " did not take a message", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Session session() {
        String protocol = config.smtp_security().equals("tls") ? "smtps" : "smtp";
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", protocol);
        settings.put("mail.transport.protocol.rfc822", protocol);
        settings.put("mail." + protocol + ".host", config.smtp_host());
        settings.put("mail." + protocol + ".port", String.valueOf(config.smtp_port()));
        settings.put("mail." + protocol + ".connectiontimeout", MILLIS);
        settings.put("mail." + protocol + ".timeout", MILLIS);
        settings.put("mail." + protocol + ".writetimeout", MILLIS);
        settings.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (config.smtp_security().equals("starttls")) {
            settings.put("mail.smtp.starttls.enable", "true");
            settings.put("mail.smtp.starttls.required", "true");
        }
        if (config.smtp_user().isBlank()) {
            return Session.getInstance(settings);
        }
        settings.put("mail." + protocol + ".auth", "true");
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(config.smtp_user(), config._smtp_password());
            }
        });
    }
}
