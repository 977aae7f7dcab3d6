package org.preau.core.feed.report;

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
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.core.feed.FeedConfig;

/** Sends plain mails over SMTP as the settings say. */
final class MailServer {
    private static final String MILLIS = "20000";

    private MailServer() {}

    /**
     * Sends one mail to all of {@code report.mail.to}.
     *
     * @throws PortalException {@code UNAVAILABLE} when the server does not take it
     */
    static void send(FeedConfig config, String subject, String text, Instant at) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            MimeMessage message = new MimeMessage(session(config));
            message.setFrom(new InternetAddress(config.report_mail_from().strip()));
            message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(config.report_mail_to()));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new PortalException(
                    ErrorCode.UNAVAILABLE, "the mail server " + config.smtp_host() + " did not take the mail", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Session session(FeedConfig config) {
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
