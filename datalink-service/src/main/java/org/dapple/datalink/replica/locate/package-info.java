/** Replicas as the SRCNet's data management API knows them: {@link org.dapple.datalink.replica.locate.LocateCatalogue}. */
package org.dapple.datalink.replica.locate;
