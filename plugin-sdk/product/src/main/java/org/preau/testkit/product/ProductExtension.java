package org.preau.testkit.product;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.preau.driver.Portal;

/** Gives tests the portal of the run, and windows in it; a window is closed when its test ends. */
final class ProductExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace OURS = Namespace.create(ProductExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        product(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Portal.class || type == Page.class && parameter.isAnnotated(As.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Product product = product(context);
        return parameter
                .findAnnotation(As.class)
                .<Object>map(as -> {
                    Page page = product.windows().signedIn(as.value());
                    context.getStore(OURS).put("page " + parameter.getIndex(), page);
                    return page;
                })
                .orElse(product.portal());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (int i = 0; i < context.getRequiredTestMethod().getParameterCount(); i++) {
            Page page = context.getStore(OURS).remove("page " + i, Page.class);
            if (page != null) {
                page.context().close();
            }
        }
    }

    private static Product product(ExtensionContext context) {
        return context.getRoot().getStore(OURS).getOrComputeIfAbsent("product", key -> Product.start(), Product.class);
    }
}
