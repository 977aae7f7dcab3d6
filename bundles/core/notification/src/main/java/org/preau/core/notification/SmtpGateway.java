package org.preau.core.notification;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.notification.MessageGateway;

/** Sends mail by the operator's mail server: the only place of the portal that speaks SMTP. Whoever has a mail to send asks the {@link org.preau.api.notification.Outbox}. */
@Component(
        service = MessageGateway.class,
        configurationPid = {"org.preau.core.feed", "org.preau.signin.local", "org.preau.core.notification"})
public final class SmtpGateway implements MessageGateway {
    private static final String MILLIS = "20000";

    private final SmtpConfig config;
    private final Clock clock;

    /** By that server. */
    @Activate
    public SmtpGateway(SmtpConfig config, @Reference Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.MAIL;
    }

    @Override
    public boolean possible() {
        return !config.smtp_host().isBlank();
    }

    @Override
    public void send(Message message) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            Transport.send(mime(message, address(message.to())));
        } catch (MessagingException e) {
            throw new PortalException(
                    ErrorCode.UNAVAILABLE, "the mail server " + config.smtp_host() + " did not take a message", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static InternetAddress address(String to) {
        try {
            return new InternetAddress(to, true);
        } catch (AddressException e) {
            throw new PortalException(ErrorCode.INVALID_INPUT, "no address of mail", e);
        }
    }

    private MimeMessage mime(Message message, InternetAddress to) throws MessagingException {
        MimeMessage mime = new MimeMessage(session());
        mime.setFrom(new InternetAddress(config.mail_from().strip()));
        mime.setRecipient(RecipientType.TO, to);
        mime.setSubject(message.subject().replaceAll("[\\r\\n]+", " "), StandardCharsets.UTF_8.name());
        mime.setText(message.text(), StandardCharsets.UTF_8.name());
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
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
