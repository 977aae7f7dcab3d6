package org.preau.core.shell.bridge;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;

/**
 * The page that Flow runs in. What the portal has to say comes over a WebSocket; what the user does goes as plain requests, each through the session's gate, with cookies and status codes that proxies and logs
 * understand. Where WebSockets are blocked push falls back to long polling.
 */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
public final class PortalPage implements AppShellConfigurator {}
