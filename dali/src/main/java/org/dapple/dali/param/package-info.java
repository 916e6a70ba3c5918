/** The parameters of a request, read by the rules that all DALI services share: {@link org.dapple.dali.param.Parameters}. */
package org.dapple.dali.param;
