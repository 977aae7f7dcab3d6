package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.Soon;

/** A bundle that goes leaves nothing in the libraries of persistence that keeps its class loader. */
class UnitUnloadTest {
    @Test
    void aClosedUnitLeavesNoClassLoader() throws Exception {
        try (TestSession session = TestServer.session()) {
            WeakReference<ClassLoader> loader = used(session);
            Soon.holds("the class loader is gone", () -> {
                System.gc();
                return loader.get() == null;
            });
        }
    }

    private static WeakReference<ClassLoader> used(TestSession session) throws Exception {
        ClassLoader loader = new BundleLoader();
        Class<?> entity = loader.loadClass(Note.class.getName());
        assertThat(entity).isNotSameAs(Note.class);
        Tx tx = session.open("sample", Note.class, entity);
        long count = tx.write(entities -> {
            entities.persist(newInstance(entity));
            return entities.createQuery("select count(n) from Note n", Long.class)
                    .getSingleResult();
        });
        assertThat(count).isEqualTo(1);
        session.closeUnits();
        return new WeakReference<>(loader);
    }

    private static Object newInstance(Class<?> entity) {
        try {
            var constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a {@code Note} of its own. */
    private static final class BundleLoader extends ClassLoader {
        BundleLoader() {
            super(UnitUnloadTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Note.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream in = Note.class.getResourceAsStream("Note.class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
