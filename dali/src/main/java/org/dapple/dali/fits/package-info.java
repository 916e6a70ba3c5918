/** Results as a FITS binary table: {@link org.dapple.dali.fits.FitsWriter}. */
package org.dapple.dali.fits;
