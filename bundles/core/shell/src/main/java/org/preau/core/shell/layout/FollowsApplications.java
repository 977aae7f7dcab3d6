package org.preau.core.shell.layout;

/** A view of the shell's that shows something of applications, and is told when some come, go or are switched. */
public interface FollowsApplications {
    /** Called on the page's thread, with push. */
    void applicationsChanged();
}
