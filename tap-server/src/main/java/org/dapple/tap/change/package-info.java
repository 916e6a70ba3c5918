/** The feed of changes of ivoa.obscore, for those who want to hear of new data: {@link org.dapple.tap.change.ChangeFeed}. */
package org.dapple.tap.change;
