package org.preau.core.connect;

import java.util.List;
import org.preau.core.connect.file.ConnectorFile;

/** Connectors that are neither files of the operator nor brought by a bundle. Whoever changes them tells {@link ChangeNotices}. */
public interface ConnectorSource {
    /** What there is now; from memory. */
    List<ConnectorFile> all();
}
