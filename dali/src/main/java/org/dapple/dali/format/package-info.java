/** Which formats a result can have and what they are called: {@link org.dapple.dali.format.ResultFormats}. */
package org.dapple.dali.format;
