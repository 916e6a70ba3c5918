/** HTTP as all services speak it, the only package that knows servlets: {@link org.dapple.dali.http.HttpManners} and {@link org.dapple.dali.http.HttpParameters}. */
package org.dapple.dali.http;
