package org.preau.core.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom the server runs. PostgreSQL refuses to run as root; a portal started by root runs it in a user namespace of its own (the files stay root's), or, where the
 * kernel allows none, as another user who then owns the cluster.
 *
 * @param prefix what goes before the command
 * @param owner who must own the cluster's folder, empty for ourselves
 */
record ServerUser(List<String> prefix, String owner) {
    private static final List<String> FALLBACKS = List.of("postgres", "nobody");

    /** The user for a cluster in that folder, which may not exist yet. */
    static ServerUser of(Path cluster) throws IOException, InterruptedException {
        if (uid(Path.of("/proc/self")) != 0) {
            return new ServerUser(List.of(), "");
        }
        int owner = Files.exists(cluster) ? uid(cluster) : 0;
        if (owner != 0) {
            return other(Integer.toString(owner), Integer.toString(gid(cluster)));
        }
        if (Commands.works(List.of("unshare", "-U", "true"))) {
            return new ServerUser(List.of("unshare", "-U"), "");
        }
        for (String name : FALLBACKS) {
            if (Commands.works(List.of("id", name))) {
                return other(name, name.equals("nobody") ? "nogroup" : name);
            }
        }
        throw new IOException(
                "root cannot run PostgreSQL here: no user namespaces, and none of the users " + FALLBACKS);
    }

    /** That command as this user. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or folder, with all below it, to the user who must own it. */
    void give(Path path) throws IOException, InterruptedException {
        if (!owner.isEmpty() && Files.exists(path)) {
            Commands.run(List.of("chown", "-R", owner, path.toString()));
        }
    }

    private static ServerUser other(String user, String group) throws InterruptedException {
        if (Commands.works(List.of("setpriv", "--version"))) {
            return new ServerUser(
                    List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"), user + ":" + group);
        }
        return new ServerUser(List.of("runuser", "-u", user, "--"), user + ":" + group);
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int gid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }
}
