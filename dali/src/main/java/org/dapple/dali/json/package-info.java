/** Results as JSON: {@link org.dapple.dali.json.JsonWriter}. */
package org.dapple.dali.json;
