/** Programs of others that sign their users in by the portal, or sign the portal's users in: started as their documentation says, on this machine only. */
package org.preau.itests.peer;
