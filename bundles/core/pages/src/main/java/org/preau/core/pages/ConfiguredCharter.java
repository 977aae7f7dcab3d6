package org.preau.core.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.StaticResources;
import org.preau.api.pages.Charter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The academy's charter from {@code org.preau.core.pages.cfg}, with its colours and logo below {@code /res/charter}. */
@Component(
        service = {Charter.class, HttpEndpoint.class},
        configurationPid = "org.preau.core.pages")
@Designate(ocd = CharterConfig.class)
public final class ConfiguredCharter implements Charter, HttpEndpoint {
    private static final Logger log = LoggerFactory.getLogger(ConfiguredCharter.class);
    private static final String PATH = "/res/charter";
    private static final long LARGEST_LOGO = 512 << 10;
    private static final Map<String, String> LOGO_TYPES = Map.of(
            "svg",
            "image/svg+xml",
            "png",
            "image/png",
            "webp",
            "image/webp",
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg");

    private final Themes themes;
    private final String theme;
    private final String name;
    private final Colour accent;
    private final byte[] sheet;
    private final byte[] logo;
    private final String logoType;
    private final String logoUrl;
    private final List<String> sheets;

    /** Reads colours and logo. */
    @Activate
    public ConfiguredCharter(
            CharterConfig config,
            @Reference StaticResources resources,
            @Reference Themes themes,
            BundleContext context) {
        this(config, resources, themes, Path.of(String.valueOf(context.getProperty("karaf.etc"))));
    }

    ConfiguredCharter(CharterConfig config, StaticResources resources, Themes themes, Path etc) {
        this.themes = themes;
        theme = config.theme().strip();
        name = config.name().isBlank() ? "Espace numérique" : config.name().strip();
        accent = Colour.of(config.accent().strip());
        sheet = CharterSheet.of(accent).getBytes(StandardCharsets.UTF_8);
        Path file = etc.resolve(config.logo_file().strip());
        boolean own = !config.logo_file().isBlank();
        logoType = own ? typeOf(file) : "";
        logo = own ? read(file) : new byte[0];
        logoUrl = logo.length > 0
                ? PATH + "/" + Tags.of(logo) + "/logo"
                : checked(config.logo_url().strip());
        sheets = List.of(
                resources.url(ConfiguredCharter.class, "tokens.css"), PATH + "/" + Tags.of(sheet) + "/colours.css");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String accent() {
        return themes.chosen(theme)
                .map(chosen -> chosen.theme().light().get("--preau-accent-base"))
                .orElse(accent.toString());
    }

    @Override
    public String logoUrl() {
        return logoUrl.isEmpty()
                ? themes.chosen(theme).map(chosen -> chosen.theme().logoUrl()).orElse("")
                : logoUrl;
    }

    @Override
    public List<String> styleSheets() {
        return themes.chosen(theme)
                .map(chosen ->
                        Stream.concat(sheets.stream(), Stream.of(chosen.url())).toList())
                .orElse(sheets);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = String.valueOf(request.getPathInfo());
        boolean colours = asked.endsWith("/colours.css");
        if (!colours && !(asked.endsWith("/logo") && logo.length > 0)) {
            throw new PortalException(ErrorCode.NOT_FOUND, "no such part of the charter", null);
        }
        byte[] content = colours ? sheet : logo;
        response.setContentType(colours ? "text/css;charset=UTF-8" : logoType);
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("ETag", '"' + Tags.of(content) + '"');
        boolean current = asked.contains("/" + Tags.of(content) + "/");
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String typeOf(Path file) {
        String name = file.toString();
        String type = LOGO_TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
            throw new IllegalArgumentException("logo.file must be an SVG, PNG, WebP or JPEG file: " + name);
        }
        return type;
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) <= LARGEST_LOGO) {
                return Files.readAllBytes(file);
            }
            log.error("Logo {} is larger than {} bytes: the portal goes without", file, LARGEST_LOGO);
        } catch (IOException e) {
            log.error("Logo {} cannot be read, the portal goes without: {}", file, e.toString());
        }
        return new byte[0];
    }

    private static String checked(String url) {
        boolean good = url.isEmpty() || url.matches("https://[^\\s'\";,]+") || url.matches("/[^\\s'\";,/][^\\s'\";,]*");
        if (!good) {
            throw new IllegalArgumentException("logo.url must be a path of the portal or an https address: " + url);
        }
        return url;
    }
}
