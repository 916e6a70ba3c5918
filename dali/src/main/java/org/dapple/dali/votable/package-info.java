/** Results and errors as VOTable 1.4: {@link org.dapple.dali.votable.VOTableWriter} and {@link org.dapple.dali.votable.VOTableError}. */
package org.dapple.dali.votable;
