/** Which replica is the best one for a client, and why: {@link org.dapple.datalink.rank.Ranking}. */
package org.dapple.datalink.rank;
