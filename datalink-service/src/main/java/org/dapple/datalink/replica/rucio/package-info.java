/** Replicas as Rucio's REST server knows them: {@link org.dapple.datalink.replica.rucio.RucioCatalogue}. */
package org.dapple.datalink.replica.rucio;
