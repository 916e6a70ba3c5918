/** Identifiers of data products that lead back to Rucio: {@link org.dapple.dali.did.PublisherDid}. */
package org.dapple.dali.did;
