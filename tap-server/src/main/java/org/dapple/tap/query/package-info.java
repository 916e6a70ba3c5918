/** From a judged request to rows on their way to the client: {@link org.dapple.tap.query.QueryService}. */
package org.dapple.tap.query;
