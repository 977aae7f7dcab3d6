package org.preau.core.notification;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.notification.MessageGateway;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;

/** Of the gateways that are there and set up, the one of the highest ranking sends: an operator's own goes before ours. Safe on any thread. */
@Component
public final class GatewayOutbox implements Outbox {
    private final Map<MessageGateway, Integer> gateways = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGateway(MessageGateway gateway, Map<String, ?> properties) {
        gateways.put(gateway, properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0);
    }

    void removeGateway(MessageGateway gateway) {
        gateways.remove(gateway);
    }

    @Override
    public boolean possible(Kind kind) {
        return serving(kind).isPresent();
    }

    @Override
    public void send(Kind kind, Message message) {
        serving(kind)
                .orElseThrow(() -> new PortalException(
                        ErrorCode.UNAVAILABLE, "no gateway for messages of kind " + kind + " is set up", null))
                .send(message);
    }

    private Optional<MessageGateway> serving(Kind kind) {
        return gateways.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind && each.getKey().possible())
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }
}
